import type { Action } from '../core/action.ts'
import type { Ref } from '../core/address.ts'
import type { Capabilities } from '../core/capabilities.ts'
import type { Change } from '../core/change.ts'
import type { Sayable } from '../core/content.ts'
import { fitNotice } from '../core/fit.ts'
import { answering, fitContent } from '../core/fit-content.ts'
import { fitFiles, type FittedFiles, type Laid, type Recipient } from '../core/fit-files.ts'
import { fitReactions } from '../core/fit-reactions.ts'
import type { Listener } from '../core/listener.ts'
import type { Notice } from '../core/notice.ts'
import type { Platform } from '../core/platform.ts'
import { plain } from '../core/rich-text.ts'
import type { OpenRoom, Seat } from '../core/room.ts'
import { must } from '../lib/must.ts'
import { promptFor } from '../text/prompts.ts'
import { say } from '../text/say.ts'
import type { FailureReason } from '../store/store.ts'
import type { SaidMessage, Write } from '../store/write.ts'
import { wordsOf } from './words.ts'

/** Turns what is decided into what the store takes: notices get words, what people say is fitted to who receives it. */
export interface Composer {
  /** `sender` is who wrote; `room` the open room that the changes speak of. */
  compose(
    changes: readonly Change[],
    sender: Listener,
    room: OpenRoom | undefined,
  ): readonly Write[]
  notice(to: Listener, notice: Notice, inPlaceOf?: Ref): readonly Action[]
}

export interface ComposerFacts {
  readonly operatorContact: string
  /** Of every platform, also of one that is switched off: what is said to it waits. */
  readonly capabilities: Readonly<Record<Platform, Capabilities>>
}

export function createComposer(facts: ComposerFacts): Composer {
  const notice = (
    { platform, locale }: Listener,
    what: Notice,
    inPlaceOf?: Ref,
  ): readonly Action[] => {
    const { text, buttons } = say(what, facts, locale)
    const asksReply =
      what.kind === 'ask-words'
        ? { asksReply: { placeholder: promptFor(what.what, locale).placeholder } }
        : {}
    const parts = fitNotice(text, facts.capabilities[platform].text)
    const [only] = parts
    if (inPlaceOf !== undefined && only && parts.length === 1)
      return [{ kind: 'edit', ref: inPlaceOf, text: only, buttons }]
    return parts.map((part, i) => ({
      kind: 'send',
      text: part,
      buttons: i === parts.length - 1 ? buttons : [],
      replyTo: undefined,
      ...(i === parts.length - 1 && asksReply),
    }))
  }

  const tell = (to: Seat, what: Notice): Write => ({
    kind: 'post',
    to: to.user,
    actions: notice(to, what),
    once: undefined,
    mark: undefined,
  })

  const recipientAt = ({ platform, settings }: Seat): Recipient => ({
    platform,
    capabilities: facts.capabilities[platform],
    mediaWish: settings.mediaWish,
  })

  /** Says what is left of it, and tells the author of what is not. */
  const relay = (
    fitted: FittedFiles,
    replyTo: Ref | undefined,
    message: SaidMessage,
    [author, partner]: readonly [Seat, Seat],
  ): readonly Write[] => {
    const refused = fitted.refused.map((reason): Notice =>
      reason.why === 'unwanted'
        ? { kind: 'media-unwanted', partner: partner.pseudonym }
        : { kind: 'file-refused', reason },
    )
    const isNothing = fitted.laid.length === 0 && refused.length === 0
    const told = isNothing ? [{ kind: 'refused', what: 'unknown' } as const] : refused
    const laid = guarded(answering(fitted.laid, replyTo), author)
    const isSaid = laid.length > 0 || message.origin.kind === 'album'
    return [
      ...(isSaid ? [{ kind: 'say', to: partner.user, laid, message } as const] : []),
      ...distinct(told).map((what) => tell(author, what)),
    ]
  }

  const composeInRoom = (
    change: Extract<
      Change,
      { kind: 'relay' | 'gather' | 'relay-album' | 'revise' | 'retract' | 'react' }
    >,
    room: OpenRoom,
  ): readonly Write[] => {
    const { mine, partner } = room
    const here = facts.capabilities[mine.platform]
    const isOneMessage = facts.capabilities[partner.platform].media.album.isOneMessage
    switch (change.kind) {
      case 'relay': {
        const { content, original, replyTo, mayNameSender } = change
        const fitted = fitContent(content, here, recipientAt(partner), mayNameSender)
        const origin = { kind: 'single', ref: original, words: wordsOf(content) } as const
        const { user: author, platform } = mine
        const message = { room: room.id, author, platform, origin }
        return relay(fitted, replyTo, message, [mine, partner])
      }
      case 'gather': {
        const { media, caption, album } = change
        const words = wordsOf({ kind: 'media', files: [media], caption, album })
        return [{ ...change, author: mine.user, platform: mine.platform, words }]
      }
      case 'relay-album': {
        const { author: id, message: number, items, replyTo } = change.gathering
        const seats = id === mine.user ? ([mine, partner] as const) : ([partner, mine] as const)
        const [author, recipient] = seats
        const from = facts.capabilities[author.platform]
        const fitted = fitFiles(items, from, recipientAt(recipient), false)
        const origin = { kind: 'album', message: number } as const
        const { user, platform } = author
        const message = { room: room.id, author: user, platform, origin }
        return relay(fitted, replyTo, message, seats)
      }
      case 'revise': {
        const { content, ...about } = change
        const fitted = fitContent(content, here, recipientAt(partner), false)
        const words = wordsOf(content)
        const item = itemOf(content)
        const laid = guarded(fitted.laid, mine)
        const refused = fitted.refused.filter(({ why }) => why !== 'unwanted')
        return [
          // What cannot be carried leaves the earlier one as it is.
          ...(laid.length > 0
            ? [{ ...about, author: mine.user, words, laid, item, isOneMessage }]
            : []),
          ...distinct(refused).flatMap((reason) =>
            reason.why === 'unwanted' ? [] : [tell(mine, { kind: 'file-refused', reason })],
          ),
        ]
      }
      case 'retract':
        return [{ ...change, author: mine.user, isOneMessage }]
      case 'react':
        return [composeReaction(change, mine, partner, facts.capabilities[partner.platform])]
    }
  }

  const composeOne = (
    change: Change,
    sender: Listener,
    room: OpenRoom | undefined,
  ): readonly Write[] => {
    switch (change.kind) {
      case 'tell': {
        const to = change.to === 'sender' ? sender : (room?.partner ?? sender)
        const actions = notice(to, change.notice, change.inPlaceOf)
        return [{ kind: 'post', to: change.to, actions, once: change.once, mark: change.mark }]
      }
      case 'relay':
      case 'gather':
      case 'relay-album':
      case 'revise':
      case 'retract':
      case 'react':
        return composeInRoom(change, must(room, 'what people say is said in a room'))
      default:
        return [change]
    }
  }

  return {
    notice,
    compose(changes, sender, room) {
      const chosen = changes.find((change) => change.kind === 'set-locale')
      const heard = chosen ? { ...sender, locale: chosen.locale } : sender
      return changes.flatMap((change) => composeOne(change, heard, room))
    },
  }
}

/** What the author of something that was given up is told. */
export const failureNotice = (why: FailureReason): Notice =>
  typeof why === 'string' ? { kind: 'not-delivered', why } : { kind: 'file-refused', reason: why }

function composeReaction(
  { before, after, ...about }: Extract<Change, { kind: 'react' }>,
  author: Seat,
  partner: Seat,
  { reactions }: Capabilities,
): Write {
  const isShown = !partner.settings.mutesReactions
  const earlier = fitReactions(before, reactions)
  const fitted = fitReactions(isShown ? after : [], reactions)
  const said = fitted.unfit.filter((emoji) => !earlier.unfit.includes(emoji))
  return {
    ...about,
    author: author.user,
    emoji: after,
    isShown,
    shown: { before: earlier.emoji, after: fitted.emoji },
    said: said.map(plain),
  }
}

/** What somebody says can be neither forwarded nor saved, where they want that. */
const guarded = (laid: readonly Laid[], { settings }: Seat): readonly Laid[] =>
  settings.protects
    ? laid.map(({ part, action }) => ({ part, action: { ...action, isProtected: true } }))
    : laid

/** The one file of one message of an album. */
function itemOf(content: Sayable): Extract<Write, { kind: 'revise' }>['item'] {
  if (content.kind !== 'media') return undefined
  const [media] = content.files
  return media && { media, caption: content.caption }
}

/** Several files of one message are refused by one notice for each reason. */
function distinct<T>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter((each) => {
    const key = JSON.stringify(each)
    return seen.has(key) ? false : seen.add(key)
  })
}

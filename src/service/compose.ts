import type { Action } from '../core/action.ts'
import type { Ref } from '../core/address.ts'
import type { Capabilities } from '../core/capabilities.ts'
import type { Change } from '../core/change.ts'
import { fitNotice, fitText } from '../core/fit.ts'
import { fitReactions } from '../core/fit-reactions.ts'
import type { Notice } from '../core/notice.ts'
import type { Platform } from '../core/platform.ts'
import { plain, type RichText } from '../core/rich-text.ts'
import type { OpenRoom, UserId } from '../core/room.ts'
import { must } from '../lib/must.ts'
import { say } from '../text/say.ts'
import type { Write } from '../store/write.ts'

/** Turns what is decided into what the store takes: notices get words, texts are fitted to who receives them. */
export interface Composer {
  /** `sender` is the platform of who wrote; `room` the open room that the changes speak of. */
  compose(
    changes: readonly Change[],
    sender: Platform,
    room: OpenRoom | undefined,
  ): readonly Write[]
  notice(platform: Platform, notice: Notice, inPlaceOf?: Ref): readonly Action[]
}

export function createComposer(facts: {
  readonly operatorContact: string
  /** Of every platform, also of one that is switched off: what is said to it waits. */
  readonly capabilities: Readonly<Record<Platform, Capabilities>>
}): Composer {
  const notice = (platform: Platform, what: Notice, inPlaceOf?: Ref): readonly Action[] => {
    const { text, buttons } = say(what, facts)
    const parts = fitNotice(text, facts.capabilities[platform].text)
    const [only] = parts
    if (inPlaceOf !== undefined && only && parts.length === 1)
      return [{ kind: 'edit', ref: inPlaceOf, text: only, buttons }]
    return parts.map((part, i) => ({
      kind: 'send',
      text: part,
      buttons: i === parts.length - 1 ? buttons : [],
      replyTo: undefined,
    }))
  }

  const composeOne = (change: Change, sender: Platform, room: OpenRoom | undefined): Write => {
    switch (change.kind) {
      case 'tell': {
        const platform = change.to === 'sender' ? sender : (room?.partner.platform ?? sender)
        const actions = notice(platform, change.notice, change.inPlaceOf)
        return { kind: 'post', to: change.to, actions, once: change.once, message: undefined }
      }
      case 'relay': {
        const platform = room?.partner.platform ?? sender
        const parts = fitText(change.text, facts.capabilities[platform].text)
        const actions = parts.map((text, i): Action => ({
          kind: 'send',
          text,
          buttons: [],
          replyTo: i === 0 ? change.replyTo : undefined,
        }))
        // Nothing that can be shown is left of it: its author hears that, its partner nothing.
        if (actions.length === 0 || !room) {
          const refused = notice(sender, { kind: 'refused', what: 'unknown' })
          return {
            kind: 'post',
            to: 'sender',
            actions: refused,
            once: undefined,
            message: undefined,
          }
        }
        const message = {
          room: change.room,
          author: room.mine.user,
          platform: sender,
          original: change.original,
          words: wordsOf(change.text),
        }
        return { kind: 'post', to: change.to, actions, once: undefined, message }
      }
      case 'revise': {
        const { text, ...about } = change
        const parts = fitText(text, capabilitiesOf(room).text)
        return { ...about, author: authorIn(room), words: wordsOf(text), parts }
      }
      case 'retract':
        return { ...change, author: authorIn(room) }
      case 'react':
        return composeReaction(change, room)
      default:
        return change
    }
  }

  const capabilitiesOf = (room: OpenRoom | undefined): Capabilities =>
    facts.capabilities[must(room, 'afterthoughts are about a room').partner.platform]

  const composeReaction = (
    { before, after, ...about }: Extract<Change, { kind: 'react' }>,
    room: OpenRoom | undefined,
  ): Write => {
    const { reactions } = capabilitiesOf(room)
    const [earlier, fitted] = [fitReactions(before, reactions), fitReactions(after, reactions)]
    const said = fitted.unfit.filter((emoji) => !earlier.unfit.includes(emoji))
    return {
      ...about,
      author: authorIn(room),
      emoji: after,
      shown: { before: earlier.emoji, after: fitted.emoji },
      said: said.map(plain),
    }
  }

  return {
    notice,
    compose: (changes, sender, room) => changes.map((change) => composeOne(change, sender, room)),
  }
}

const wordsOf = (text: RichText): string => JSON.stringify(text)

const authorIn = (room: OpenRoom | undefined): UserId =>
  must(room, 'afterthoughts are about a room').mine.user

import type { SandboxPerson, SayOptions, SeenCommand, SeenDialog, SeenMessage } from '../person.ts'
import { must } from '../../lib/must.ts'
import type { Account, Reach } from './account.ts'
import { appLanguages } from './app-languages.ts'
import { bot } from './bot-identity.ts'
import type { Dm } from './dm.ts'
import { mentionsIn } from './mentions.ts'
import { personContent } from './person-content.ts'
import { personFiles } from './person-files.ts'
import { giveCommand, submit, tapButton } from './person-interactions.ts'
import { reactTo } from './react.ts'
import { messageFlag, messageType, wireMessage, wireTime } from './wire-message.ts'
import type { MessageParts, WireMessage } from './wire-message.ts'
import type { World } from './world.ts'

export interface DiscordPerson extends SandboxPerson {
  readonly platform: 'discord'
  locale: string
  readonly shownCommands: readonly SeenCommand[]
  readonly dialog: SeenDialog | undefined
  submitDialog(text: string, timeoutMs?: number): Promise<void>
  dismissDialog(): void
  /** Whether the bot's messages reach them, blocking aside: privacy settings (50007), no server in common (50278). */
  setReach(reach: Reach): void
}

export function createDiscordPerson(account: Account, world: World): DiscordPerson {
  const { nextId, now } = world

  function act(): Dm {
    if (account.isDeleted) throw new Error(`${account.name} has deleted their account.`)
    if (account.hasBlocked)
      throw new Error(
        `${account.name} has blocked the bot: the app lets nobody write to whom they have blocked.`,
      )
    return world.dmWith(account)
  }

  function post(
    dm: Dm,
    kind: string,
    particular: Partial<WireMessage>,
    options: SayOptions | undefined,
  ): SeenMessage {
    const reply = options?.replyTo === undefined ? {} : replyParts(dm, options.replyTo)
    const parts: MessageParts = {
      id: nextId(),
      channel_id: dm.id,
      author: account.user,
      content: '',
      timestamp: wireTime(now()),
      ...reply,
      ...particular,
    }
    const mentions = mentionsIn(parts.content, [bot])
    const wire = wireMessage({
      ...parts,
      mentions: mentions.length > 0 ? mentions : (parts.mentions ?? []),
    })
    // The person's app makes up a nonce as well.
    dm.post(wire, kind, nextId())
    return must(dm.shownAs(parts.id), 'what was posted is shown')
  }

  function own(messageId: string): { readonly dm: Dm; readonly message: WireMessage } {
    const dm = act()
    const message = dm.find(messageId)
    if (message?.author.id !== account.id)
      throw new Error(`${account.name} has no message ${messageId} of their own.`)
    return { dm, message }
  }

  function change(messageId: string, what: Partial<WireMessage>): void {
    const { dm, message } = own(messageId)
    const after = { ...message, ...what }
    if (after.flags & messageFlag.voice) throw new Error('The app edits no voice messages.')
    if (after.content === '' && after.attachments.length === 0)
      throw new Error('The app saves no empty message.')
    dm.edit(messageId, { ...what, edited_timestamp: wireTime(now()) })
  }

  function closeDialog(): void {
    account.dialog = undefined
    account.changed()
  }

  return {
    platform: 'discord',
    id: account.id,
    name: account.name,
    username: account.username,
    get locale() {
      return account.locale
    },
    set locale(locale: string) {
      if (!appLanguages.has(locale)) throw new Error(`Discord's apps do not speak ${locale}.`)
      account.locale = locale
      account.changed()
    },
    get shownCommands() {
      return [...world.commands.values()].map(({ name, description, ...more }) => ({
        name,
        description: more.description_localizations?.[account.locale] ?? description,
      }))
    },
    get dialog() {
      return account.dialog?.dialog.shown
    },
    get chat() {
      return world.existingDm(account)?.shown ?? []
    },
    get typingSeen() {
      return account.typingSeen
    },
    get hasBlocked() {
      return account.hasBlocked
    },
    say(text, options) {
      const content = text.trim()
      if (content === '') throw new Error('The app sends no empty message.')
      const dm = act()
      return post(dm, 'text', { content }, options)
    },
    send(kind, options) {
      const dm = act()
      const content = personContent(world, dm, kind, options)
      const sent = post(dm, content.kind, content.parts, options)
      if (content.later === undefined) return sent
      dm.edit(sent.id, content.later)
      return must(dm.shownAs(sent.id), 'what was posted is shown')
    },
    sendFiles(kind, files, options) {
      const dm = act()
      return [post(dm, 'text', personFiles(world, dm, kind, files, options), options)]
    },
    command(name) {
      const dm = act()
      const command = world.commands.get(name)
      // The app sends what is no command of the app as plain text.
      if (command === undefined) return void post(dm, 'text', { content: `/${name}` }, undefined)
      giveCommand(world, dm, command)
    },
    async tap(messageId, data, timeoutMs = 5000) {
      const dm = act()
      const message = dm.find(messageId)
      // A modified app can tap what no button says, and an old one what is no longer there.
      if (message === undefined) {
        throw new Error(`${account.name} sees no message ${messageId} to tap on.`)
      }
      await tapButton(world, dm, message, data, timeoutMs)
    },
    async submitDialog(text, timeoutMs = 5000) {
      const open = account.dialog
      if (open === undefined) throw new Error(`No dialog is open on ${account.name}'s screen.`)
      await submit(world, act(), open, text, timeoutMs)
      if (account.dialog === open) closeDialog()
    },
    dismissDialog() {
      closeDialog()
    },
    type() {
      act().typing(account.id)
    },
    block() {
      account.hasBlocked = true
      account.changed()
    },
    unblock() {
      account.hasBlocked = false
      account.changed()
    },
    deleteAccount() {
      account.isDeleted = true
      account.changed()
    },
    setReach(reach) {
      account.reach = reach
      account.changed()
    },
    edit(messageId, text) {
      const content = text.trim()
      // The app sends nothing where nothing changes.
      if (own(messageId).message.content === content) return
      change(messageId, { content, mentions: mentionsIn(content, [bot]) })
    },
    replaceFile() {
      throw new Error('Discord puts no file in the place of another.')
    },
    removeFile(messageId, index) {
      const { attachments } = own(messageId).message
      if (attachments[index] === undefined)
        throw new Error(`Message ${messageId} has no file ${index}.`)
      change(messageId, { attachments: attachments.filter((_, at) => at !== index) })
    },
    forbidVoice() {
      // Nothing of the kind can be set here.
    },
    remove(messageId) {
      own(messageId).dm.remove(messageId)
    },
    react(messageId, emoji) {
      reactTo(act(), messageId, emoji)
    },
    onChange: (listener) => account.onChange(listener),
  }
}

function replyParts(dm: Dm, messageId: string): Partial<WireMessage> {
  const target = dm.find(messageId)
  if (target === undefined) throw new Error(`There is no message ${messageId} to reply to.`)
  const message_reference = { type: 0, channel_id: dm.id, message_id: messageId } as const
  return {
    type: messageType.reply,
    message_reference,
    mentions: target.author.id === bot.id ? [bot] : [],
  }
}

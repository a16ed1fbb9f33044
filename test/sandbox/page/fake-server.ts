// People and servers in memory: what a test, or somebody drawing the page, needs of a platform. Nobody answers but `bot`.

import { must } from '../../../src/lib/must.ts'
import type {
  SandboxFile,
  SandboxPerson,
  SayOptions,
  SeenButton,
  SeenCommand,
  SeenDialog,
  SeenFile,
  SeenFileKind,
  SeenMessage,
} from '../../../src/sandbox/person.ts'
import type { RecordedRequest, SandboxServer } from '../../../src/sandbox/server.ts'

export interface FakePerson extends SandboxPerson {
  /** What the person did, oldest first. */
  readonly done: readonly string[]
  /** The bot writes. */
  hear(
    text: string,
    more?: Partial<SeenMessage> & { readonly rows?: readonly (readonly SeenButton[])[] },
  ): SeenMessage
  seeTyping(): void
  /** The bot describes its commands. */
  list(commands: readonly SeenCommand[]): void
  /** The bot asks in a dialog; the answer stays open where `bot` throws. */
  ask(dialog: Partial<SeenDialog>): void
}

export interface FakeServer extends SandboxServer {
  readonly people: readonly FakePerson[]
  addPerson(profile?: { readonly name?: string; readonly username?: string }): FakePerson
}

export function fakeServer(
  platform: 'telegram' | 'discord',
  bot: (person: FakePerson, did: string) => void = () => {},
): FakeServer {
  const people: FakePerson[] = []
  const requests: RecordedRequest[] = []
  const listeners = new Set<() => void>()
  const changed = (): void => listeners.forEach((listener) => listener())
  return {
    platform,
    apiRoot: 'http://127.0.0.1:0',
    token: 'none',
    people,
    requests,
    addPerson(profile = {}) {
      const person = fakePerson(platform, `${people.length + 1}`, profile, bot)
      people.push(person)
      person.onChange(changed)
      changed()
      return person
    },
    inject() {},
    clearFaults() {},
    setLatency() {},
    cutConnections() {},
    flushed: async () => {},
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async [Symbol.asyncDispose]() {},
  }
}

const nothing = {
  entities: [],
  files: [],
  place: undefined,
  album: undefined,
  buttons: [],
  replyTo: undefined,
  edited: false,
  reactions: [],
}

const openDialog: SeenDialog = {
  title: 'Question',
  label: 'What is it?',
  description: undefined,
  placeholder: undefined,
  value: '',
  isParagraph: false,
  isRequired: true,
  leastLength: 0,
  mostLength: 100,
}

function fakePerson(
  platform: 'telegram' | 'discord',
  id: string,
  profile: { readonly name?: string; readonly username?: string },
  bot: (person: FakePerson, did: string) => void,
): FakePerson {
  const chat: SeenMessage[] = []
  const done: string[] = []
  let lastId = 0
  const listeners = new Set<() => void>()
  const state = { typingSeen: 0, hasBlocked: false, forbidsVoice: false }
  let language = platform === 'discord' ? 'en-US' : 'en'
  let commands: readonly SeenCommand[] = []
  let dialog: SeenDialog | undefined

  function add(message: Omit<SeenMessage, 'id' | 'at'>): SeenMessage {
    const seen = { id: `${(lastId += 1)}`, at: Date.now(), ...message }
    chat.push(seen)
    return changed(seen)
  }
  function changed<T>(result: T): T {
    for (const listener of listeners) listener()
    return result
  }
  function did(what: string): void {
    done.push(what)
    bot(person, what)
  }
  function post(
    kind: string,
    text: string,
    options: SayOptions = {},
    more: Partial<SeenMessage> = {},
  ): SeenMessage {
    if (state.hasBlocked) throw new Error('The bot is blocked.')
    const { replyTo, entities = [] } = options
    return add({ ...nothing, from: 'person', kind, text, entities, replyTo, ...more })
  }
  function shownFile(
    kind: SeenFileKind,
    { bytes, name, type }: SandboxFile,
    spoiler = false,
  ): SeenFile {
    const unknown = { width: undefined, height: undefined, durationS: undefined }
    return { kind, name, type, spoiler, ...unknown, waveform: undefined, bytes }
  }
  function place(messageId: string): number {
    const index = chat.findIndex((message) => message.id === messageId)
    if (index < 0) throw new Error('There is no such message.')
    return index
  }
  function change(messageId: string, make: (message: SeenMessage) => Partial<SeenMessage>): void {
    const index = place(messageId)
    const message = must(chat[index], 'it was found')
    changed(chat.splice(index, 1, { ...message, ...make(message) }))
  }

  const person: FakePerson = {
    platform,
    id,
    name: profile.name ?? 'Nobody',
    username: profile.username ?? 'nobody',
    chat,
    done,
    get shownCommands() {
      return commands
    },
    get dialog() {
      return dialog
    },
    get locale() {
      return language
    },
    set locale(locale) {
      language = locale
      did(`speak ${locale}`)
      changed(undefined)
    },
    get languageCode() {
      return language
    },
    set languageCode(code) {
      person.locale = code
    },
    async submitDialog(text) {
      if (dialog === undefined) throw new Error('No dialog is open.')
      did(`answer ${text}`)
      dialog = undefined
      changed(undefined)
    },
    dismissDialog() {
      dialog = undefined
      did('dismiss')
      changed(undefined)
    },
    get typingSeen() {
      return state.typingSeen
    },
    get hasBlocked() {
      return state.hasBlocked
    },
    say(text, options) {
      const message = post('text', text, options)
      did(`say ${text}`)
      return message
    },
    send(kind, options) {
      if (kind === 'story') throw new Error('Nobody can send a story.')
      const message = post(kind, '', options)
      did(`send ${kind}`)
      return message
    },
    sendFiles(kind, files, options = {}) {
      if (kind === 'voice' && state.forbidsVoice) throw new Error('VOICE_MESSAGES_FORBIDDEN')
      if (kind === 'sticker' && files.length > 1) throw new Error('Stickers go one by one.')
      const { caption = '', spoiler } = options
      const shown = files.map((file) => shownFile(kind, file, spoiler))
      const album = files.length > 1 ? `album ${lastId}` : undefined
      const messages =
        platform === 'discord'
          ? [post(kind, caption, options, { files: shown })]
          : shown.map((file, index) =>
              post(kind, index === 0 ? caption : '', options, { files: [file], album }),
            )
      did(`send ${files.length} ${kind}`)
      return messages
    },
    replaceFile(messageId, kind, file) {
      change(messageId, () => ({ kind, files: [shownFile(kind, file)], edited: true }))
      did(`replace ${messageId}`)
    },
    removeFile(messageId, index) {
      change(messageId, ({ files }) => ({ files: files.filter((_, each) => each !== index) }))
      did(`remove file ${index} of ${messageId}`)
    },
    forbidVoice(isForbidden) {
      state.forbidsVoice = isForbidden
      changed(undefined)
      did(`forbid voice ${isForbidden}`)
    },
    command(name) {
      const length = name.length + 1
      post('text', `/${name}`, { entities: [{ type: 'bot_command', offset: 0, length }] })
      did(`command ${name}`)
    },
    async tap(messageId, data) {
      place(messageId)
      did(`tap ${data}`)
    },
    type: () => did('type'),
    block() {
      state.hasBlocked = true
      changed(undefined)
      did('block')
    },
    unblock() {
      state.hasBlocked = false
      changed(undefined)
      did('unblock')
    },
    deleteAccount() {},
    edit(messageId, text) {
      change(messageId, () => ({ text, edited: true }))
      did(`edit ${text}`)
    },
    remove(messageId) {
      changed(chat.splice(place(messageId), 1))
      did(`remove ${messageId}`)
    },
    react(messageId, emoji) {
      change(messageId, ({ reactions }) => ({
        reactions: [
          ...reactions.filter(({ from }) => from === 'bot'),
          ...emoji.map((each) => ({ emoji: each, from: 'person' }) as const),
        ],
      }))
      did(`react ${emoji.join(' ')}`)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear(text, { rows = [], ...more } = {}) {
      return add({
        ...nothing,
        from: 'bot',
        kind: more.files?.[0]?.kind ?? (more.place === undefined ? 'text' : 'place'),
        text,
        buttons: rows,
        ...more,
      })
    },
    list(listed) {
      commands = listed
      changed(undefined)
    },
    ask(asked) {
      dialog = { ...openDialog, ...asked }
      changed(undefined)
    },
    seeTyping() {
      state.typingSeen += 1
      changed(undefined)
    },
  }
  return person
}

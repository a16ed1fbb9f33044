import { z } from 'zod'
import type { SandboxPerson } from '../person.ts'
import { appLanguages, setAppLanguage } from './app-language.ts'
import { messageEntities } from './message-entities.ts'
import { sendSample } from './sample-content.ts'
import { setVoiceRefusal } from './voice-refusal.ts'

const newcomer = z.object({ platform: z.enum(['telegram', 'discord']) })

const text = z.string().min(1)
/** Longer than the longest of all emoji, and more of them than any app allows. */
const emoji = z.array(z.string().min(1).max(64)).max(50)
const replyTo = z.string().exactOptional()

const action = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    text,
    replyTo,
    entities: messageEntities.exactOptional(),
  }),
  z.object({
    kind: z.literal('send'),
    what: text,
    replyTo,
    caption: z.string().exactOptional(),
    entities: messageEntities.exactOptional(),
    spoiler: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('command'), name: text }),
  z.object({ kind: z.literal('tap'), message: text, data: z.string() }),
  // A caption may be taken away.
  z.object({ kind: z.literal('edit'), message: text, text: z.string() }),
  z.object({ kind: z.literal('remove-file'), message: text, index: z.int().nonnegative() }),
  z.object({ kind: z.literal('forbid-voice'), isForbidden: z.boolean() }),
  z.object({ kind: z.literal('speak'), language: z.enum(appLanguages) }),
  z.object({ kind: z.literal('answer-dialog'), text: z.string() }),
  z.object({ kind: z.literal('dismiss-dialog') }),
  z.object({ kind: z.literal('remove'), message: text }),
  z.object({ kind: z.literal('react'), message: text, emoji }),
  z.object({ kind: z.literal('type') }),
  z.object({ kind: z.literal('block') }),
  z.object({ kind: z.literal('unblock') }),
])

export type PersonAction = z.infer<typeof action>

export const parseNewcomer = (body: unknown): z.infer<typeof newcomer> | undefined =>
  newcomer.safeParse(body).data

export const parseAction = (body: unknown): PersonAction | undefined => action.safeParse(body).data

/** Does it; resolves to one sentence when the person's app does not let them, or the bot does not answer. */
export const act = (person: SandboxPerson, wanted: PersonAction): Promise<string | undefined> =>
  attempt(() => carryOut(person, wanted))

/** Resolves to the one sentence that it fails with, if it does. */
export async function attempt(task: () => Promise<void> | void): Promise<string | undefined> {
  try {
    await task()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'That did not work.'
  }
}

async function carryOut(person: SandboxPerson, wanted: PersonAction): Promise<void> {
  switch (wanted.kind) {
    case 'say': {
      const { kind: _, text: said, ...options } = wanted
      person.say(said, options)
      return
    }
    case 'send': {
      const { kind: _, what, ...options } = wanted
      return sendSample(person, what, options)
    }
    case 'command':
      return person.command(wanted.name)
    case 'tap':
      return person.tap(wanted.message, wanted.data)
    case 'edit':
      if (wanted.text === '') refuseEmptyText(person, wanted.message)
      return person.edit(wanted.message, wanted.text)
    case 'remove-file':
      return person.removeFile(wanted.message, wanted.index)
    case 'forbid-voice':
      return setVoiceRefusal(person, wanted.isForbidden)
    case 'speak':
      return setAppLanguage(person, wanted.language)
    case 'answer-dialog':
      return person.submitDialog?.(wanted.text)
    case 'dismiss-dialog':
      return person.dismissDialog?.()
    case 'remove':
      return person.remove(wanted.message)
    case 'react':
      return person.react(wanted.message, wanted.emoji)
    case 'type':
      return person.type()
    case 'block':
      return person.block()
    case 'unblock':
      return person.unblock()
  }
}

function refuseEmptyText(person: SandboxPerson, messageId: string): void {
  const message = person.chat.find(({ id }) => id === messageId)
  if (message?.files.length === 0) throw new Error('A message without files needs words.')
}

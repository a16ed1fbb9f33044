import { z } from 'zod'
import type { SandboxPerson } from '../person.ts'

const newcomer = z.object({ platform: z.enum(['telegram', 'discord']) })

const text = z.string().min(1)
const place = z.int().nonnegative()
/** Longer than the longest of all emoji, and more of them than any app allows. */
const emoji = z.array(z.string().min(1).max(64)).max(50)
const replyTo = z.string().exactOptional()

const action = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    text,
    replyTo,
    entities: z
      .array(
        z.object({
          type: text,
          offset: place,
          length: place,
          url: z.string().exactOptional(),
          language: z.string().exactOptional(),
        }),
      )
      .exactOptional(),
  }),
  z.object({ kind: z.literal('send'), what: text, replyTo }),
  z.object({ kind: z.literal('command'), name: text }),
  z.object({ kind: z.literal('tap'), message: text, data: z.string() }),
  z.object({ kind: z.literal('edit'), message: text, text }),
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
export async function act(
  person: SandboxPerson,
  wanted: PersonAction,
): Promise<string | undefined> {
  try {
    await carryOut(person, wanted)
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
    case 'send':
      person.send(wanted.what, wanted.replyTo === undefined ? {} : { replyTo: wanted.replyTo })
      return
    case 'command':
      return person.command(wanted.name)
    case 'tap':
      return person.tap(wanted.message, wanted.data)
    case 'edit':
      return person.edit(wanted.message, wanted.text)
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

import type { Ref } from '../../src/core/address.ts'
import type { PromptKind } from '../../src/core/settings.ts'
import { answers, command, createService, tap, text } from './service.ts'

// People who are asked for words.

type Service = Awaited<ReturnType<typeof createService>>

export const heard = ({ adapter }: Service, id: string): readonly string[] => adapter.arrived(id)
export const last = (service: Service, id: string): string | undefined => heard(service, id).at(-1)

/** The message that asks; it has arrived. */
export async function asks(service: Service, id: string, what: PromptKind): Promise<Ref> {
  await service.hear(tap(id, { kind: 'prompt', what }))
  const asked = service.adapter.chats.of(id).at(-1)
  if (!asked?.text.includes('Reply to this message')) throw new Error(`${id} was not asked`)
  return asked.ref
}

export const reply = (service: Service, id: string, words: string, to: Ref) =>
  text(id, words, { ref: to, at: service.clock.now() })

export async function idle(...ids: readonly string[]): Promise<Service> {
  const service = await createService()
  for (const id of ids) await service.hear(...answers(id), command(id, 'stop'))
  return service
}

export async function chatting(): Promise<Service> {
  const service = await createService()
  await service.meet('tia', 'dan')
  return service
}

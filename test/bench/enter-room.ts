import { once } from 'node:events'
import type { SandboxPerson, SeenMessage } from '../../src/sandbox/person.ts'

const patienceMs = 30_000

/** From the first word into a room, with whoever else looks for one. */
export async function enterRoom(person: SandboxPerson): Promise<void> {
  person.command('start')
  for (const label of ['I am 18', 'Rather not say', 'Anyone']) {
    const withButton = (message: SeenMessage): boolean =>
      message.buttons.flat().some((button) => button.label.startsWith(label))
    const message = await seen(person, withButton, `the button "${label}"`)
    const button = message.buttons.flat().find((one) => one.label.startsWith(label))
    await person.tap(message.id, button?.data ?? '', patienceMs)
  }
  await seen(person, ({ text }) => text.includes('You are now talking'), 'a partner')
}

async function seen(
  person: SandboxPerson,
  isMeant: (message: SeenMessage) => boolean,
  what: string,
): Promise<SeenMessage> {
  const patience = AbortSignal.timeout(patienceMs)
  for (;;) {
    const found = person.chat.findLast((message) => message.from === 'bot' && isMeant(message))
    if (found) return found
    if (patience.aborted) throw new Error(`${person.name} never saw ${what}`)
    const changed = new EventTarget()
    const stop = person.onChange(() => changed.dispatchEvent(new Event('change')))
    await once(changed, 'change', { signal: patience }).catch(() => undefined)
    stop()
  }
}

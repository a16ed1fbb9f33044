// What a person asks of the app by a command, a button or a dialog, and how their app waits for an answer.

import type { Dm } from './dm.ts'
import { buttonEvent, commandEvent, modalEvent } from './interaction-event.ts'
import type { OpenDialog } from './account.ts'
import type { Interaction, InteractionSubject } from './interactions.ts'
import type { WireMessage } from './wire-message.ts'
import type { WireCommand, World } from './world.ts'

export function giveCommand(world: World, dm: Dm, command: WireCommand): void {
  const interaction = world.interactions.start({
    dm,
    what: { kind: 'command', name: command.name },
    onAcknowledged: () => {},
    onFailure: () => dm.showLine(world.nextId(), 'error', 'The application did not respond'),
  })
  world.dispatch('INTERACTION_CREATE', commandEvent(interaction, command))
}

export function tapButton(
  world: World,
  dm: Dm,
  message: WireMessage,
  data: string,
  timeoutMs: number,
): Promise<void> {
  return ask(world, dm, { kind: 'button', messageId: message.id }, timeoutMs, {
    event: (interaction) => buttonEvent(interaction, message, data),
    late: `The tap on ${data} was not acknowledged within ${timeoutMs} ms.`,
    failed: `This interaction failed: nobody acknowledged the tap on ${data}.`,
  })
}

/** The dialog stays open until the bot has acknowledged what is in it. */
export async function submit(
  world: World,
  dm: Dm,
  { dialog, openedBy, from }: OpenDialog,
  text: string,
  timeoutMs: number,
): Promise<void> {
  const { isRequired, leastLength, mostLength } = dialog.shown
  if (isRequired && text === '') throw new Error('This is a required field.')
  if (text.length > mostLength) throw new Error(`Must be ${mostLength} or fewer in length.`)
  if (text !== '' && text.length < leastLength)
    throw new Error(`Must be ${leastLength} or more in length.`)
  const message = from.kind === 'button' ? dm.find(from.messageId) : undefined
  await ask(world, dm, { kind: 'dialog', openedBy, from }, timeoutMs, {
    event: (interaction) => modalEvent(interaction, dialog, text, message),
    late: `The answer was not acknowledged within ${timeoutMs} ms.`,
    failed: 'Something went wrong. Try again.',
  })
}

interface Asking {
  readonly event: (interaction: Interaction) => object
  readonly late: string
  readonly failed: string
}

/** Resolves when the bot has acknowledged it. */
function ask(
  world: World,
  dm: Dm,
  what: InteractionSubject,
  timeoutMs: number,
  { event, late, failed }: Asking,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(late)), timeoutMs).unref()
    const interaction = world.interactions.start({
      dm,
      what,
      onAcknowledged: () => {
        clearTimeout(timer)
        resolve()
      },
      onFailure: () => {
        clearTimeout(timer)
        reject(new Error(failed))
      },
    })
    world.dispatch('INTERACTION_CREATE', event(interaction))
  })
}

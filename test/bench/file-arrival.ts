import type { SandboxPerson, SeenFile } from '../../src/sandbox/person.ts'

export interface Arrival {
  readonly atMs: number
  readonly bytes: number
}

const patienceMs = 60_000

/** When the next file is seen by `person`. Fails when it is shown as something else, and when it does not come. */
export async function fileArrival(
  person: SandboxPerson,
  kind: SeenFile['kind'],
  sender: SandboxPerson,
): Promise<Arrival> {
  const { promise, resolve, reject } = Promise.withResolvers<Arrival>()
  const stop = person.onChange(() => {
    const latest = person.chat.at(-1)
    const file = latest?.from === 'bot' ? latest.files[0] : undefined
    if (!file) return
    if (file.kind === kind) resolve({ atMs: performance.now(), bytes: file.bytes.byteLength })
    else reject(new Error(`A ${kind} arrived as ${file.kind}`))
  })
  const told = (): string => sender.chat.findLast(({ from }) => from === 'bot')?.text ?? ''
  const patience = setTimeout(
    () => reject(new Error(`A ${kind} never arrived; its sender was last told: ${told()}`)),
    patienceMs,
  )
  try {
    return await promise
  } finally {
    clearTimeout(patience)
    stop()
  }
}

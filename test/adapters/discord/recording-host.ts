import type { AdapterHost, AdapterState, OpenChat } from '../../../src/adapter.ts'
import type { Inbound, InboundEvent } from '../../../src/core/inbound.ts'

type Batch = readonly Inbound[]

/** Takes everything in, each event once, unless the test takes over by `receiving` or `chats`. */
export class RecordingHost implements AdapterHost {
  readonly taken: Inbound[] = []
  readonly states: AdapterState[] = []
  readonly problems: string[] = []
  receiving: (batch: Batch) => Promise<void> = async () => {}
  chats: () => Promise<readonly OpenChat[]> = async () => []
  readonly #seen = new Set<string>()

  get events(): readonly InboundEvent[] {
    return this.taken.map((inbound) => inbound.event)
  }

  /** What was said, in order. */
  get words(): readonly string[] {
    return this.events.flatMap((event) =>
      event.kind === 'message' && event.content.kind === 'text' ? event.content.text.text : [],
    )
  }

  async receive(batch: Batch): Promise<void> {
    await this.receiving(batch)
    for (const inbound of batch) {
      if (inbound.seenKey !== undefined && this.#seen.has(inbound.seenKey)) continue
      if (inbound.seenKey !== undefined) this.#seen.add(inbound.seenKey)
      this.taken.push(inbound)
    }
  }

  openChats(): Promise<readonly OpenChat[]> {
    return this.chats()
  }

  report(state: AdapterState, problem?: string): void {
    this.states.push(state)
    if (problem !== undefined) this.problems.push(problem)
  }
}

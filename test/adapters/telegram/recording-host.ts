import type { AdapterHost, AdapterState } from '../../../src/adapter.ts'
import type { Inbound } from '../../../src/core/inbound.ts'

type Batch = readonly Inbound[]

/** Takes everything in, unless the test takes the batch over by `receiving`. */
export class RecordingHost implements AdapterHost {
  readonly offered: Batch[] = []
  readonly states: AdapterState[] = []
  readonly problems: (string | undefined)[] = []
  receiving: (batch: Batch) => Promise<void> = async () => {}
  #changed = Promise.withResolvers<void>()

  receive(batch: Batch): Promise<void> {
    this.offered.push(batch)
    this.#tell()
    return this.receiving(batch)
  }

  async openChats(): Promise<readonly []> {
    return []
  }

  report(state: AdapterState, problem?: string): void {
    this.states.push(state)
    this.problems.push(problem)
    this.#tell()
  }

  async until(condition: (host: this) => boolean): Promise<void> {
    while (!condition(this)) await this.#changed.promise
  }

  #tell(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

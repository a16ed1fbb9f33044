import type { RecordedRequest } from '../server.ts'

export interface OpenRecord extends RecordedRequest {
  status: number | undefined
  carriedOut: boolean
}

const most = 100_000

/** The bot's calls in order. The oldest half is forgotten when there are too many. */
export class RequestLog {
  readonly #records: OpenRecord[] = []

  get records(): readonly RecordedRequest[] {
    return this.#records
  }

  add(record: OpenRecord): void {
    if (this.#records.length >= most) this.#records.splice(0, most / 2)
    this.#records.push(record)
  }
}

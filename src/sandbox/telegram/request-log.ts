import type { RecordedRequest } from '../server.ts'
import { type Answer, statusOf } from './answer.ts'

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

/** Of an answer that still finds somebody. */
export function keepStatus(
  record: OpenRecord,
  answer: Answer,
  connection: { isOpen(): boolean },
): void {
  if (connection.isOpen()) record.status = statusOf(answer)
}

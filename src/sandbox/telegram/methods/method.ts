import type { Cloud } from '../cloud.ts'
import type { Params } from '../params.ts'

/** One method of the Bot API: its result, or an ApiError thrown. */
export type Method = (cloud: Cloud, params: Params, connection: Connection) => unknown

/** The connection that waits for the answer. */
export interface Connection {
  onClose(listener: () => void): void
}

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** So that nobody's run pays for what another one left behind. */
export function collectGarbage(): void {
  runInNewContext('gc()')
}

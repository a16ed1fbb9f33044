import type { Database } from '../../src/store/database.ts'
import type { Statement } from '../../src/store/statement.ts'

/** The same database, counting the statements that are run. */
export function countedStatements(database: Database): {
  readonly database: Database
  executed(): number
} {
  let count = 0
  const counting = <Args, Row>({ run, get, all }: Statement<Args, Row>): Statement<Args, Row> => {
    const noted =
      <Result>(execute: (args: Args) => Result) =>
      (args: Args): Result => {
        count += 1
        return execute(args)
      }
    return { run: noted(run), get: noted(get), all: noted(all) }
  }
  return {
    database: { ...database, prepare: (build) => counting(database.prepare(build)) },
    executed: () => count,
  }
}

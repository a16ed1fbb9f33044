import type Sqlite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'

/** A query that Kysely builds and compiles once and better-sqlite3 prepares once; running it costs no more than raw SQL. */
export interface Statement<Args, Row> {
  run(args: Args): Sqlite.RunResult
  get(args: Args): Row | undefined
  all(args: Args): Row[]
}

/** Stands for an argument while the query is built. */
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Prepare = <Args extends object, Row>(
  build: (args: Args) => CompiledQuery<Row>,
) => Statement<Args, Row>

export function preparing(sqlite: Sqlite.Database): Prepare {
  return (build) => {
    type Args = Parameters<typeof build>[0]
    const query = build(placeholders<Args>())
    const prepared = sqlite.prepare<unknown[], never>(query.sql)
    const bind = (args: Args): unknown[] =>
      query.parameters.map((parameter) =>
        parameter instanceof Placeholder ? Reflect.get(args, parameter.name) : parameter,
      )
    return {
      run: (args) => prepared.run(...bind(args)),
      get: (args) => prepared.get(...bind(args)),
      all: (args) => prepared.all(...bind(args)),
    }
  }
}

/** Every property is a placeholder of that name. To Kysely a placeholder is a value like any other, so the type may say so. */
function placeholders<Args extends object>(): Args {
  return new Proxy({} as Args, {
    get: (_, name) => new Placeholder(String(name)),
  })
}

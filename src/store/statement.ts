import type Sqlite from 'better-sqlite3'
import { SqliteDialect, SqliteQueryCompiler, type CompiledQuery } from 'kysely'

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

/**
 * What is always the same is written into the statement, so that a partial index is found by it; arguments are bound behind a plus, which
 * changes nothing but that the query planner does not look at them. Our SQLite is built with STAT4: where the planner may choose by a bound
 * value, a LIMIT among them, the statement is prepared anew at each execution, which takes longer than all the rest:
 * https://sqlite.org/c3ref/prepare.html
 */
class StatementCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (!(value instanceof Placeholder)) return this.appendImmediateValue(value)
    this.append('+')
    super.appendValue(value)
  }
}

export class StatementDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new StatementCompiler()
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
    // The compiler has left nothing else.
    const names = query.parameters.map((parameter) => (parameter as Placeholder).name)
    const bind = (args: Args): unknown[] => names.map((name) => Reflect.get(args, name))
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

import { pino, type DestinationStream } from 'pino'

/** What the house logs with: facts as data, then one sentence. Neither ever holds content, a name, a platform id, a token or an address. */
export interface Log {
  debug(facts: object, sentence: string): void
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Everything that looks like a Telegram or Discord token, wherever it hides in a message or a stack. */
const tokens = /\d{6,12}:[\w-]{30,}|[\w-]{17,30}\.[\w-]{5,7}\.[\w-]{25,}/g

const withoutTokens = (text: string): string => text.replace(tokens, '[token]')

/** Errors are logged by name, message and stack alone, and their causes by name and code: the rest may hold requests with content. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutTokens(String(error)) }
  return {
    name: error.name,
    message: withoutTokens(error.message),
    stack: withoutTokens(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { causes: causesOf(error) }),
  }
}

/** Deep enough for every chain of ours, and an end for one that goes round. */
const deepestCause = 5

function causesOf(error: Error): readonly object[] {
  const causes: object[] = []
  let cause = error.cause
  while (cause instanceof Error && causes.length < deepestCause) {
    causes.push({ name: withoutTokens(cause.name), code: codeOf(cause) })
    cause = cause.cause
  }
  return causes
}

/** Such as ENOSPC or SQLITE_FULL: what does not look like one may be anything. */
function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined
}

/** One JSON object a line. `destination` is standard output unless a test says otherwise. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      serializers: { error: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  )
  return {
    debug: (facts, sentence) => logger.debug(facts, sentence),
    info: (facts, sentence) => logger.info(facts, sentence),
    warn: (facts, sentence) => logger.warn(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  }
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

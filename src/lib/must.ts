/** The value, which an invariant says is there. */
export function must<T>(value: T | undefined | null, invariant: string): T {
  if (value === undefined || value === null) throw new Error(`Broken invariant: ${invariant}`)
  return value
}

/**
 * Ends an exhaustive switch: the compiler refuses a forgotten case, and data from outside that slips through fails loudly, by its kind
 * alone, because errors are logged and the rest may be what somebody said.
 */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${kindOf(value)}`)
}

function kindOf(value: unknown): string {
  const kind = typeof value === 'object' && value !== null && 'kind' in value && value.kind
  return typeof kind === 'string' && /^[\w-]{1,40}$/.test(kind) ? kind : `some ${typeof value}`
}

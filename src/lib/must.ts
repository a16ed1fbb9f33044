/** The value, which an invariant says is there. */
export function must<T>(value: T | undefined | null, invariant: string): T {
  if (value === undefined || value === null) throw new Error(`Broken invariant: ${invariant}`)
  return value
}

/** Ends an exhaustive switch: the compiler refuses a forgotten case, and data from outside that slips through fails loudly. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}

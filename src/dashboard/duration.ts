const units: readonly (readonly [ms: number, name: string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
]

/** `1.2 s`, `45 s`, `12 min`, `3 h`: one unit, as much as a glance needs. */
export function duration(ms: number): string {
  for (const [unitMs, name] of units) {
    const amount = ms / unitMs
    if (amount >= 1)
      return `${name === 's' && amount < 10 ? Math.floor(amount * 10) / 10 : Math.floor(amount)} ${name}`
  }
  return `${Math.max(0, Math.round(ms))} ms`
}

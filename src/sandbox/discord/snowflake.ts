// Discord's ids: milliseconds since its epoch, then 22 bits that tell apart what happened in the same one.
// https://docs.discord.com/developers/reference#snowflakes

const discordEpoch = 1_420_070_400_000

/** Every call gives a greater id than all before, even when the clock stands still or goes back. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n
  return () => {
    const fresh = BigInt(Math.max(0, Math.trunc(now()) - discordEpoch)) << 22n
    last = fresh > last ? fresh : last + 1n
    return last.toString()
  }
}

/** Ids are numbers without leading zeros: the longer one is the greater one. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  if (a === b) return 0
  return a < b ? -1 : 1
}

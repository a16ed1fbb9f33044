export interface Thumbs {
  readonly ups: number
  readonly downs: number
}

/** So many thumbs of each kind everybody begins with: the first few that somebody is given say little. */
const prior: Thumbs = { ups: 6, downs: 2 }
const usual = prior.ups / (prior.ups + prior.downs)

/** From -1 to 1, 0 of whom nothing is known: the share of thumbs up, beside the share that is expected of anybody. */
export function standingOf({ ups, downs }: Thumbs): number {
  const share = (ups + prior.ups) / (ups + downs + prior.ups + prior.downs)
  return share < usual ? share / usual - 1 : (share - usual) / (1 - usual)
}

import { randomInt } from 'node:crypto'

const firstNames = [
  'Ottoline',
  'Barnabas',
  'Clementine',
  'Thaddeus',
  'Philippa',
  'Ignatius',
  'Wilhelmina',
  'Ferdinand',
  'Araminta',
  'Leopold',
  'Cordelia',
  'Balthazar',
] as const

const lastNames = [
  'Marmalade',
  'Quackenbush',
  'Thistlewood',
  'Featherstone',
  'Bumblecombe',
  'Nightingale',
  'Pumpernickel',
  'Winterbottom',
  'Cobblepot',
  'Ravenscroft',
  'Butterworth',
  'Honeychurch',
] as const

export interface InventedProfile {
  readonly name: string
  readonly username: string
}

/** Nobody writes such a name by chance: wherever it turns up, it has leaked. */
export function inventProfile(): InventedProfile {
  const first = pick(firstNames)
  const last = pick(lastNames)
  const number = randomInt(1000, 10_000)
  return {
    name: `${first} ${last} ${number}`,
    username: `${first}_${last}_${number}`.toLowerCase(),
  }
}

function pick<T>(items: readonly [T, ...T[]]): T {
  return items[randomInt(items.length)] ?? items[0]
}

import { parseArgs } from 'node:util'
import { type ArrivalPattern, arrivalPatterns } from './arrivals.ts'
import type { Weighted } from './draw.ts'
import type { Crowd } from './population.ts'
import { interests } from './tastes.ts'

export interface Options {
  readonly crowd: Crowd
  /** How many of the first to come the optimum is computed for. */
  readonly optimum: number
  readonly out: string
}

export const usage = `npm run simulate -- [options]
  --people 20000             how many come
  --hours 24                 within how long
  --arrivals flat            flat, day (most at 21:00, fewest at 9:00) or bursts (two in five come in one burst an hour)
  --women 0.3                share of women
  --others 0.04              share of those who are neither
  --unsaid 0.06              share of those who do not say; the rest are men
  --anyone 0.35              share of those who look for anyone
  --discord 0.4              share of those on Discord; the rest are on Telegram
  --same-platform 0.15       share of those who want a partner on their own platform
  --other-platform 0.05      share of those who want one on the other platform
  --languages en=45,es=20,ru=20,ar=8,others=7
                             weights; others are eight more languages
  --bilingual 0.25           share of those who speak two or three
  --clusters 4               groups of like taste among ${interests.length} interests, 1 to ${interests.length}
  --taste 0.8                how much of what somebody likes lies in their own group
  --zipf 1                   how much more the first interest is liked than the next: Zipf's exponent
  --patience 180             median seconds before somebody gives up, lognormal
  --patience-spread 0.8      its sigma
  --optimum 2000             how many of the first to come are compared with the best that hindsight can do
  --seed 1                   the same seed draws the same people
  --out ./data/simulation    the folder for the plots
`

const otherLanguages = ['pt', 'de', 'fr', 'it', 'tr', 'hi', 'id', 'fa'] as const

/** Throws with one sentence when they cannot be understood. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      people: { type: 'string', default: '20000' },
      hours: { type: 'string', default: '24' },
      arrivals: { type: 'string', default: 'flat' },
      women: { type: 'string', default: '0.3' },
      others: { type: 'string', default: '0.04' },
      unsaid: { type: 'string', default: '0.06' },
      anyone: { type: 'string', default: '0.35' },
      discord: { type: 'string', default: '0.4' },
      'same-platform': { type: 'string', default: '0.15' },
      'other-platform': { type: 'string', default: '0.05' },
      languages: { type: 'string', default: 'en=45,es=20,ru=20,ar=8,others=7' },
      bilingual: { type: 'string', default: '0.25' },
      clusters: { type: 'string', default: '4' },
      taste: { type: 'string', default: '0.8' },
      zipf: { type: 'string', default: '1' },
      patience: { type: 'string', default: '180' },
      'patience-spread': { type: 'string', default: '0.8' },
      optimum: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: './data/simulation' },
    },
  })
  if (values.help) return 'help'
  const crowd: Crowd = {
    seed: whole('seed', values.seed, 0),
    people: whole('people', values.people, 2),
    hours: above('hours', values.hours),
    arrivals: pattern(values.arrivals),
    women: share('women', values.women),
    others: share('others', values.others),
    unsaid: share('unsaid', values.unsaid),
    anyone: share('anyone', values.anyone),
    discord: share('discord', values.discord),
    samePlatform: share('same-platform', values['same-platform']),
    otherPlatform: share('other-platform', values['other-platform']),
    languages: languages(values.languages),
    bilingual: share('bilingual', values.bilingual),
    clusters: whole('clusters', values.clusters, 1, interests.length),
    taste: share('taste', values.taste),
    zipf: atLeastZero('zipf', values.zipf),
    patienceMs: above('patience', values.patience) * 1000,
    patienceSpread: atLeastZero('patience-spread', values['patience-spread']),
  }
  atMostOne('--women, --others and --unsaid', [crowd.women, crowd.others, crowd.unsaid])
  atMostOne('--same-platform and --other-platform', [crowd.samePlatform, crowd.otherPlatform])
  return { crowd, optimum: whole('optimum', values.optimum, 2), out: values.out }
}

function pattern(text: string): ArrivalPattern {
  const found = arrivalPatterns.find((name) => name === text)
  if (found === undefined) throw new Error(`--arrivals must be ${arrivalPatterns.join(', ')}.`)
  return found
}

function languages(text: string): Weighted<string> {
  return text.split(',').flatMap((part): Weighted<string> => {
    const [, code = '', weight = ''] = /^(\w+)=([\d.]+)$/.exec(part.trim()) ?? []
    if (code === '' || !(Number(weight) > 0))
      throw new Error('--languages must be like en=45,es=20,others=7.')
    if (code !== 'others') return [[code, Number(weight)]]
    return otherLanguages.map((other) => [other, Number(weight) / otherLanguages.length])
  })
}

function whole(name: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new Error(
      `--${name} must be a whole number from ${least} ${most === Number.MAX_SAFE_INTEGER ? 'on' : `to ${most}`}.`,
    )
  return value
}

function atLeastZero(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new Error(`--${name} must be a number from 0 on.`)
  return value
}

function above(name: string, text: string): number {
  const value = atLeastZero(name, text)
  if (value === 0) throw new Error(`--${name} must be more than 0.`)
  return value
}

function share(name: string, text: string): number {
  const value = atLeastZero(name, text)
  if (value > 1) throw new Error(`--${name} must be a share from 0 to 1.`)
  return value
}

function atMostOne(names: string, shares: readonly number[]): void {
  // Sums such as 0.7 + 0.2 + 0.1 may pass 1 by a rounding.
  if (shares.reduce((sum, one) => sum + one, 0) > 1 + 1e-9)
    throw new Error(`${names} must not be more than 1 together.`)
}

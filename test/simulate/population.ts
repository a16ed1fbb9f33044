import { createRandom, type Random } from '../storm/random.ts'
import { type ArrivalPattern, arrivals } from './arrivals.ts'
import { draw, drawSome, logNormal, type Weighted, zipf } from './draw.ts'
import type {
  PartnerPlatform,
  SimulatedGender,
  SimulatedPerson,
  SimulatedSeeking,
} from './simulated-person.ts'
import { clustersOf, interestCounts } from './tastes.ts'

/** Who comes. Shares are of 1. */
export interface Crowd {
  readonly seed: number
  readonly people: number
  readonly hours: number
  readonly arrivals: ArrivalPattern
  readonly women: number
  readonly others: number
  readonly unsaid: number
  /** Of everybody, who looks for anyone. */
  readonly anyone: number
  readonly discord: number
  readonly samePlatform: number
  readonly otherPlatform: number
  readonly languages: Weighted<string>
  readonly bilingual: number
  readonly clusters: number
  /** How much of what somebody likes lies in their own cluster. */
  readonly taste: number
  /** Zipf's exponent: how much more the first interest is liked than the next. */
  readonly zipf: number
  readonly patienceMs: number
  readonly patienceSpread: number
}

const leastPatienceMs = 5_000
const longestPatienceMs = 4 * 3_600_000

/** What those look for who do not look for anyone. */
const wishes: Readonly<Record<SimulatedGender, Weighted<SimulatedSeeking>>> = {
  woman: [
    [['men'], 78],
    [['women'], 12],
    [['women', 'others'], 6],
    [['women', 'men'], 4],
  ],
  man: [
    [['women'], 84],
    [['men'], 8],
    [['women', 'others'], 5],
    [['women', 'men'], 3],
  ],
  other: [
    [['others'], 30],
    [['women', 'others'], 30],
    [['women'], 20],
    [['men'], 20],
  ],
  unsaid: [
    [['women'], 60],
    [['men'], 40],
  ],
}

/** In the order in which they come; ids count from 0. */
export function populate(crowd: Crowd): readonly SimulatedPerson[] {
  const random = createRandom(crowd.seed)
  // A stream for each trait: to change how one is drawn leaves the others as they were.
  const came = random.fork()
  const stays = random.fork()
  const self = random.fork()
  const place = random.fork()
  const speech = random.fork()
  const tastes = random.fork()

  const { women, others, unsaid } = crowd
  const genders: Weighted<SimulatedGender> = [
    ['woman', women],
    ['man', 1 - women - others - unsaid],
    ['other', others],
    ['unsaid', unsaid],
  ]
  const platforms: Weighted<SimulatedPerson['platform']> = [
    ['discord', crowd.discord],
    ['telegram', 1 - crowd.discord],
  ]
  const partnerPlatforms: Weighted<PartnerPlatform> = [
    ['same', crowd.samePlatform],
    ['other', crowd.otherPlatform],
    ['any', 1 - crowd.samePlatform - crowd.otherPlatform],
  ]
  const clusters = clustersOf(crowd)
  const popular = zipf(clusters, 0.5)

  return arrivals(came, crowd.people, crowd.hours, crowd.arrivals).map((arrivesAt, id) => {
    const gender = draw(self, genders)
    return {
      id,
      arrivesAt,
      patienceMs: patience(stays, crowd),
      gender,
      seeking: self.chance(crowd.anyone) ? 'anyone' : draw(self, wishes[gender]),
      platform: draw(place, platforms),
      partnerPlatform: draw(place, partnerPlatforms),
      languages: languages(speech, crowd),
      interests: drawSome(tastes, draw(tastes, interestCounts), draw(tastes, popular)),
    }
  })
}

function patience(random: Random, { patienceMs, patienceSpread }: Crowd): number {
  const drawn = Math.round(logNormal(random, patienceMs, patienceSpread))
  return Math.min(longestPatienceMs, Math.max(leastPatienceMs, drawn))
}

/** Who speaks a second language speaks a third one seldom. */
function languages(random: Random, crowd: Crowd): readonly string[] {
  const isBilingual = random.chance(crowd.bilingual)
  const isTrilingual = random.chance(0.15)
  return drawSome(random, !isBilingual ? 1 : isTrilingual ? 3 : 2, crowd.languages)
}

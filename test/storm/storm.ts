// The kill storm: people on both made-up platforms talk, whether the product is there or not, and the product is killed again and again.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import type { SandboxServer } from '../../src/sandbox/server.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { checkHistory, type Recorded, type Verdict } from '../support/history-checker.ts'
import { attemptsOnRecord } from './attempts-on-record.ts'
import { databaseIn, type Product, startProduct } from './product.ts'
import { createRandom, type Random } from './random.ts'
import { readChat } from './read-chat.ts'
import { comeToRest } from './rest.ts'
import { StormPerson } from './storm-person.ts'
import { FileTags } from './tagged-file.ts'

export interface StormOptions {
  readonly seed: number
  readonly rounds: number
  readonly people: number
  /** The folder with the product's src/main.ts. */
  readonly root: string
  readonly report: (line: string) => void
  /** Kills come soon after the product is at work and none while it starts. */
  readonly isAlwaysAtWork?: boolean
  /** People leave their rooms in every round instead of in each third one. */
  readonly isAlwaysRestless?: boolean
  /** How long the end may take before what is missing counts as lost. */
  readonly patienceMs?: number
}

export interface StormResult {
  readonly verdict: Verdict
  readonly recorded: Recorded
  readonly kills: number
  /** Kills before the product said that it runs. */
  readonly killsAtStart: number
  /** Sends to Telegram that were carried out and never answered, by Telegram's own record. */
  readonly unansweredOnTelegram: number
  readonly slowestStartMs: number
  /** What went wrong beside the messages: the product ended by itself, never came to rest, or does not end when told. */
  readonly trouble: readonly string[]
  /** What the product warned of, and how often. */
  readonly warnings: ReadonlyMap<string, number>
  readonly tookMs: number
}

const latencyMs = { from: 1, to: 50 } as const
const latestKillMs = 1500
const longestEndMs = 10_000

export async function runStorm(options: StormOptions): Promise<StormResult> {
  const beganAt = Date.now()
  const { seed, rounds, root, report } = options
  const random = createRandom(seed)
  await using parts = new AsyncDisposableStack()
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-storm-'))
  parts.defer(() => rmSync(folder, { recursive: true, force: true }))
  const telegram = parts.use(await createTelegramSandbox({ now: Date.now }))
  const discord = parts.use(await createDiscordSandbox({ now: Date.now }))
  for (const server of [telegram, discord]) {
    const latency = random.fork()
    server.setLatency(() => latency.between(latencyMs.from, latencyMs.to))
  }
  const mood = { isRestless: false, isOver: false }
  const people = populate(options.people, { telegram, discord }, random, mood)
  const restarts: number[] = []
  const trouble: string[] = []
  const inFlight = new Set<string>()
  let [killsAtStart, slowestStartMs] = [0, 0]
  const warnings = new Map<string, number>()
  const startNext = (): Product => {
    restarts.push(Date.now())
    return startProduct({ root, folder, telegram, discord })
  }
  const noteEnd = async (product: Product): Promise<void> => {
    countWarnings(product, warnings)
    const { code, signal } = await product.ended
    if (signal === 'SIGKILL') return
    trouble.push(
      `The product ended by itself with ${code ?? signal}: ${product.output.slice(-600)}`,
    )
  }

  const lives = people.map((person) => person.live())
  for (let round = 1; round <= rounds; round += 1) {
    mood.isRestless = options.isAlwaysRestless === true || round % 3 === 0
    const product = startNext()
    const startedAt = Date.now()
    // The first kill comes when everybody has met somebody, so that there is something to lose however slow the machine is.
    const afterStart = options.isAlwaysAtWork === true || random.chance(0.5) || round === 1
    const delayMs = random.between(0, options.isAlwaysAtWork === true ? 400 : latestKillMs)
    const downMs = random.between(0, 400)
    void product.ready.then((isReady) => {
      if (isReady) slowestStartMs = Math.max(slowestStartMs, Date.now() - startedAt)
    })
    if (afterStart) await product.ready
    if (round === 1) await haveMet(people, product)
    await Promise.race([wait(delayMs), product.ended])
    const wasReady = product.output.includes('Passerby is running')
    if (!wasReady) killsAtStart += 1
    const killedAt = Date.now()
    product.signal('SIGKILL')
    await noteEnd(product)
    for (const attempt of attemptsOnRecord(databaseIn(folder), round)) inFlight.add(attempt)
    await wait(downMs)
    report(
      `round ${round}: killed ${wasReady ? 'at work' : 'while starting'} after ${killedAt - startedAt} ms, ${said(people)} said so far`,
    )
  }

  mood.isRestless = false
  const last = startNext()
  await Promise.race([wait(latestKillMs), last.ended])
  mood.isOver = true
  await Promise.all(lives)
  const tags = new FileTags()
  const judge = async (): Promise<Pick<StormResult, 'recorded' | 'verdict'>> => {
    await tags.read(people.flatMap(({ person }) => person.chat.flatMap(({ files }) => files)))
    const histories = people.map(({ name, person, deeds }) =>
      readChat(name, person, deeds, (file) => tags.of(file)),
    )
    const recorded = { people: histories, restarts, inFlightOnTelegram: inFlight.size }
    return { recorded, verdict: checkHistory(recorded) }
  }
  const isAtRest = await comeToRest(last, [telegram, discord], {
    isWhole: async () => (await judge()).verdict.violations.lost.length === 0,
    patienceMs: options.patienceMs ?? 40_000,
  })
  if (!isAtRest) trouble.push('The product never came to rest.')
  last.signal('SIGTERM')
  const end = await Promise.race([last.ended, wait(longestEndMs, undefined, { ref: false })])
  if (!end) {
    trouble.push('The product does not end when told to.')
    last.signal('SIGKILL')
    await last.ended
  } else if (end.code !== 0) trouble.push(`The product ended with ${end.code ?? end.signal}.`)
  countWarnings(last, warnings)

  return {
    ...(await judge()),
    kills: rounds,
    killsAtStart,
    unansweredOnTelegram: unanswered(telegram),
    slowestStartMs,
    trouble,
    warnings,
    tookMs: Date.now() - beganAt,
  }
}

/** Half of them on each platform, taking turns, so that rooms of all three kinds come about. */
function populate(
  count: number,
  servers: { readonly telegram: SandboxServer; readonly discord: SandboxServer },
  random: Random,
  mood: ConstructorParameters<typeof StormPerson>[3],
): readonly StormPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const platform = i % 2 === 0 ? 'telegram' : 'discord'
    const name = `${platform.charAt(0)}${i + 1}`
    return new StormPerson(name, servers[platform].addPerson(), random.fork(), mood)
  })
}

function countWarnings({ output }: Product, counts: Map<string, number>): void {
  for (const [, sentence = ''] of output.matchAll(/^\{.*"msg":"(.*?)"\}$/gm))
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
}

const longestMeetingMs = 15_000

async function haveMet(people: readonly StormPerson[], product: Product): Promise<void> {
  const deadline = Date.now() + longestMeetingMs
  while (!people.every(({ hasMetSomebody }) => hasMetSomebody)) {
    if (Date.now() > deadline || product.hasEnded) return
    await wait(50)
  }
}

const said = (people: readonly StormPerson[]): number =>
  people.reduce((total, { textsSaid }) => total + textsSaid, 0)

const isSend = ({ method }: SandboxServer['requests'][number]): boolean =>
  method.startsWith('send') && method !== 'sendChatAction'

const isUnanswered = (request: SandboxServer['requests'][number]): boolean =>
  isSend(request) && request.carriedOut && request.status === undefined

const unanswered = ({ requests }: SandboxServer): number => requests.filter(isUnanswered).length

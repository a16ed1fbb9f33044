import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { BotProcess } from './bot-process.ts'
import { Chatter } from './chatter.ts'
import { fileArrival } from './file-arrival.ts'
import { carriagesOf, type FileRoute } from './file-route.ts'
import { openFileStage, type Pair } from './file-stage.ts'

/** What came of one round of one of the two. */
export interface FileRound {
  /** From the sending of each file to the moment its recipient sees it. */
  readonly delaysMs: readonly number[]
  readonly arrivedBytes: number
  /** The most memory of the process, above what it has when nothing is to do. */
  readonly peakBytes: number
  /** Processor time of the process for each file, texts meanwhile and all. */
  readonly cpuMs: number
  readonly textDelaysMs: readonly number[]
}

export interface FileRun {
  readonly route: FileRoute
  readonly atOnce: number
  readonly product: readonly FileRound[]
  readonly bare: readonly FileRound[]
  /** The most that the media works gave away of their memory. */
  readonly budgetBytes: number
  readonly idleBytes: { readonly product: number; readonly bare: number }
  /** What the product still has, above that, a while after the last file. */
  readonly keptBytes: number
  readonly quietTextDelaysMs: readonly number[]
}

export interface FileRunOptions {
  readonly folder: string
  readonly route: FileRoute
  readonly atOnce: number
  readonly repetitions: number
}

const quietMs = 1000
const restMs = 200
/** For one file at a time, one after the other. */
const leastInRound = 3

/** Processes of its own for each run, so that nobody's memory is what another run left behind. */
export async function runFiles(options: FileRunOptions): Promise<FileRun> {
  const { folder, route, atOnce, repetitions } = options
  await using stage = await openFileStage(folder, atOnce)
  const { pairs, talkers } = stage
  const chatter = new Chatter(talkers)
  // Once to warm up, once to measure.
  await chatter.during(() => pause(quietMs))
  const quiet = await chatter.during(() => pause(quietMs))
  const idleBytes = {
    product: (await memoryOf(stage.product)).bytes,
    bare: (await memoryOf(stage.bare)).bytes,
  }

  await seen(pairs.slice(0, 1), route, () => send(route, pairs.slice(0, 1)))
  const jobs = await carriagesOf(stage, route, pairs)
  await seen(pairs.slice(0, 1), route, () => stage.bare.ask(jobs.slice(0, 1)))

  const measure = async (
    process: BotProcess,
    idle: number,
    begin: () => unknown,
  ): Promise<FileRound> => {
    await pause(restMs)
    await memoryOf(process)
    const cpuBeforeUs = await process.cpuUs()
    const { result, delaysMs } = await chatter.during(async () => {
      const arrivals: Awaited<ReturnType<typeof seen>>[] = []
      for (let sent = 0; sent < Math.max(atOnce, leastInRound); sent += atOnce)
        arrivals.push(await seen(pairs, route, begin))
      return arrivals.flat()
    })
    const cpuMs = ((await process.cpuUs()) - cpuBeforeUs) / 1000 / result.length
    const { peakBytes } = await memoryOf(process)
    return {
      delaysMs: result.map(({ delayMs }) => delayMs),
      arrivedBytes: result[0]?.bytes ?? 0,
      peakBytes: peakBytes - idle,
      cpuMs,
      textDelaysMs: delaysMs,
    }
  }
  const product: FileRound[] = []
  const bare: FileRound[] = []
  for (let number = 0; number < repetitions; number += 1) {
    const inTurn = [
      async () =>
        product.push(await measure(stage.product, idleBytes.product, () => send(route, pairs))),
      async () =>
        bare.push(await measure(stage.bare, idleBytes.bare, () => stage.bare.ask([...jobs]))),
    ]
    if (number % 2 === 1) inTurn.reverse()
    for (const round of inTurn) await round()
  }
  const budgetBytes = z.number().parse(await stage.product.ask('budget'))
  await pause(quietMs)
  const keptBytes = (await memoryOf(stage.product)).bytes - idleBytes.product
  const quietTextDelaysMs = quiet.delaysMs
  return { route, atOnce, product, bare, budgetBytes, idleBytes, keptBytes, quietTextDelaysMs }
}

const memory = z.object({ bytes: z.number(), peakBytes: z.number() })

const memoryOf = async (process: BotProcess): Promise<z.infer<typeof memory>> =>
  memory.parse(await process.ask('memory'))

function send({ kind, file, from }: FileRoute, pairs: readonly Pair[]): void {
  for (const pair of pairs) pair[from].sendFiles(kind, [file])
}

/** Begins, and waits until all of the partners have seen a file. */
async function seen(
  pairs: readonly Pair[],
  { kind, from, to }: FileRoute,
  begin: () => unknown,
): Promise<readonly { readonly delayMs: number; readonly bytes: number }[]> {
  const arrivals = Promise.all(pairs.map((pair) => fileArrival(pair[to], kind, pair[from])))
  const startedAt = performance.now()
  const [all] = await Promise.all([arrivals, begin()])
  return all.map(({ atMs, bytes }) => ({ delayMs: atMs - startedAt, bytes }))
}

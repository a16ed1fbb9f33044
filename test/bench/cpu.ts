import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { converse, type Pace } from './converse.ts'
import { type Report, spreadCells, spreadHeader } from './report.ts'
import { openEchoStation, openProductStation, type Station } from './station.ts'
import { median, spread } from './statistics.ts'
import { figure } from './table.ts'

export interface CpuOptions {
  readonly folder: string
  readonly rooms: number
  readonly perSecond: number
  readonly messages: number
  readonly repetitions: number
  /** Where the bots' processor profiles go, if anywhere. */
  readonly profileFolder: string | undefined
}

const mostTimes = 3
const unanswered = 200
/** For what follows the last message: the receipt's commit. */
const restMs = 100

interface Run {
  readonly usPerMessage: number
  readonly perSecond: number
  readonly delaysMs: readonly number[]
}

/** Processor time for each message, of the whole product and of the echo bot, each in a process of its own. */
export async function benchCpu(options: CpuOptions): Promise<Report> {
  const { folder, rooms, perSecond, messages, repetitions, profileFolder } = options
  const profiling = (name: string): readonly string[] =>
    profileFolder === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${name}.cpuprofile`]
  await using product = await openProductStation(
    path.join(folder, 'cpu'),
    rooms,
    profiling('passerby'),
  )
  await using echo = await openEchoStation(rooms, profiling('echo'))

  const steady: Pace = { kind: 'steady', perSecond }
  const flood: Pace = { kind: 'flood', unanswered }
  const loads = [
    { name: `${perSecond}/s`, pace: steady },
    { name: 'as fast as possible', pace: flood },
  ]
  for (const station of [product, echo]) await measure(station, messages, flood)

  const rows: (readonly string[])[] = [
    ['', 'CPU µs/message', 'lowest', 'highest', 'messages/s', ...spreadHeader],
  ]
  const aims: Report['aims'][number][] = []
  for (const { name, pace } of loads) {
    const productRuns: Run[] = []
    const echoRuns: Run[] = []
    for (let number = 0; number < repetitions; number += 1) {
      const inTurn = [
        { station: product, runs: productRuns },
        { station: echo, runs: echoRuns },
      ]
      if (number % 2 === 1) inTurn.reverse()
      for (const { station, runs } of inTurn) runs.push(await measure(station, messages, pace))
    }
    rows.push(rowOf(`Passerby, ${name}`, productRuns), rowOf(`${echo.name}, ${name}`, echoRuns))
    const times = median(
      productRuns.map((run, at) => run.usPerMessage / (echoRuns[at]?.usPerMessage ?? Number.NaN)),
    )
    aims.push({
      sentence: `${figure(times)} times the echo bot's processor time at ${name} (median of the rounds' ratios); the aim is ${mostTimes} or less.`,
      isMet: times <= mostTimes,
    })
  }
  return {
    title: `Processor time: ${messages} messages of ${rooms * 2} people, ${repetitions} rounds, each bot in a process of its own`,
    rows,
    notes: [
      `p50 to max: ms from the person's word to the bot's post; as fast as possible means ${unanswered} unanswered at any time.`,
    ],
    aims,
  }
}

async function measure(station: Station, messages: number, pace: Pace): Promise<Run> {
  const before = await station.bot.cpuUs()
  const { durationMs, delaysMs } = await converse(station, messages, pace)
  await pause(restMs)
  const spent = (await station.bot.cpuUs()) - before
  return { usPerMessage: spent / messages, perSecond: (messages * 1000) / durationMs, delaysMs }
}

function rowOf(name: string, runs: readonly Run[]): readonly string[] {
  const costs = runs.map((run) => run.usPerMessage)
  return [
    name,
    ...[median(costs), Math.min(...costs), Math.max(...costs)].map(figure),
    figure(median(runs.map((run) => run.perSecond))),
    ...spreadCells(spread(runs.flatMap((run) => run.delaysMs))),
  ]
}

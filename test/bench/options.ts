import { parseArgs } from 'node:util'

export const benchmarks = ['relay', 'latency', 'cpu', 'files', 'line'] as const
export type Benchmark = (typeof benchmarks)[number]

export interface Options {
  readonly only: readonly Benchmark[]
  readonly repetitions: number
  readonly messages: number
  readonly rooms: number
  readonly batch: number
  readonly samples: number
  readonly cpuMessages: number
  readonly cpuRooms: number
  readonly perSecond: number
  readonly fileRounds: number
  readonly filesAtOnce: number
  readonly lineSizes: readonly number[]
  readonly lineSamples: number
  readonly linePairs: number
  readonly lineKept: string | undefined
  readonly profile: string | undefined
}

export const usage = `npm run bench -- [options]
  --only <benchmark>         relay, latency, cpu, files or line alone; may be given more than once
  --repetitions 5            rounds of relay and cpu, Passerby and its baseline in turn
  --messages 20000           relay: messages in a round
  --rooms 500                relay: rooms they are said in
  --batch 100                relay: messages handed over at once
  --samples 300              latency: messages of each bot
  --cpu-messages 2000        cpu: messages in a round
  --cpu-rooms 50             cpu: rooms they are said in
  --per-second 200           cpu: the steady load
  --file-rounds 2            files: rounds of each kind of file
  --files-at-once 10         files: how many people send one at the same time
  --line-sizes 1000,10000,100000,1000000
                             line: how many wait
  --line-samples 200         line: how often each thing is done at each size
  --line-pairs 2000          line: how many join at once, to be paired
  --line-kept <folder>       line: keeps the filled lines there, or takes what an earlier run has kept
  --profile <folder>         cpu: writes processor profiles of both bots there; the figures then mean little
`

/** Throws with one sentence when they cannot be understood. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      only: { type: 'string', multiple: true, default: [...benchmarks] },
      repetitions: { type: 'string', default: '5' },
      messages: { type: 'string', default: '20000' },
      rooms: { type: 'string', default: '500' },
      batch: { type: 'string', default: '100' },
      samples: { type: 'string', default: '300' },
      'cpu-messages': { type: 'string', default: '2000' },
      'cpu-rooms': { type: 'string', default: '50' },
      'per-second': { type: 'string', default: '200' },
      'file-rounds': { type: 'string', default: '2' },
      'files-at-once': { type: 'string', default: '10' },
      'line-sizes': { type: 'string', default: '1000,10000,100000,1000000' },
      'line-samples': { type: 'string', default: '200' },
      'line-pairs': { type: 'string', default: '2000' },
      'line-kept': { type: 'string' },
      profile: { type: 'string' },
    },
  })
  if (values.help) return 'help'
  const only = benchmarks.filter((name) => values.only.includes(name))
  const unknown = values.only.find((name) => !benchmarks.some((known) => known === name))
  if (unknown !== undefined) throw new Error(`There is no benchmark ${unknown}.`)
  return {
    only,
    repetitions: positive('repetitions', values.repetitions),
    messages: positive('messages', values.messages),
    rooms: positive('rooms', values.rooms),
    batch: positive('batch', values.batch),
    samples: positive('samples', values.samples),
    cpuMessages: positive('cpu-messages', values['cpu-messages']),
    cpuRooms: positive('cpu-rooms', values['cpu-rooms']),
    perSecond: positive('per-second', values['per-second']),
    fileRounds: positive('file-rounds', values['file-rounds']),
    filesAtOnce: positive('files-at-once', values['files-at-once']),
    lineSizes: values['line-sizes']
      .split(',')
      .map((size) => positive('line-sizes', size))
      .toSorted((a, b) => a - b),
    lineSamples: positive('line-samples', values['line-samples']),
    linePairs: positive('line-pairs', values['line-pairs']),
    lineKept: values['line-kept'],
    profile: values.profile,
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} must be a whole number from 1 on.`)
  return number
}

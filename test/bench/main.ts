// Measures the product beside the least that could do its work, on this machine, in this run.

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { benchCpu } from './cpu.ts'
import { benchFiles } from './files.ts'
import { benchLatency } from './latency.ts'
import { benchLine } from './line.ts'
import { type Benchmark, type Options, readOptions, usage } from './options.ts'
import { benchRelay } from './relay.ts'
import { print, type Report } from './report.ts'
import { figure } from './table.ts'

async function run(name: Benchmark, options: Options, folder: string): Promise<Report> {
  switch (name) {
    case 'relay':
      return benchRelay({ ...options, folder })
    case 'latency':
      return benchLatency({ ...options, folder })
    case 'cpu':
      return benchCpu({
        ...options,
        folder,
        rooms: options.cpuRooms,
        messages: options.cpuMessages,
        profileFolder: options.profile,
      })
    case 'files':
      return benchFiles({
        folder,
        atOnce: options.filesAtOnce,
        repetitions: options.fileRounds,
      })
    case 'line':
      return benchLine({
        folder,
        sizes: options.lineSizes,
        samples: options.lineSamples,
        pairs: options.linePairs,
        keptIn: options.lineKept,
      })
  }
}

const load = (): string => loadavg().map(figure).join(' ')

async function runAll(options: Options): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-bench-'))
  const model = cpus()[0]?.model ?? 'unknown processor'
  process.stdout.write(
    `Node ${process.version}, ${availableParallelism()} x ${model}, load ${load()}\n`,
  )
  try {
    for (const name of options.only) print(await run(name, options, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\nLoad at the end ${load()}\n`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(usage)
  else await runAll(options)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

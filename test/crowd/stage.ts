import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Inbound } from '../../src/core/inbound.ts'
import { openKeyring } from '../../src/keyring.ts'
import { databaseIn, type Product, startProduct } from './product.ts'
import { readRecords } from './records.ts'
import type { Cut } from './sequence.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { Witness } from './witness.ts'

/** Files in memory, where there is such a folder: a process that is cut off loses nothing of them, and nobody waits for the disk. */
const memory = '/dev/shm'

export type Stage = Awaited<ReturnType<typeof createStage>>

/** One database on which crowds play, one after the other. */
export async function createStage() {
  const folder = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'crowd-'))
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: path.join(folder, 'keys', 'content.json'),
    belongsToDatabase: false,
  })
  const clock = createManualClock()
  const witness = new Witness()
  let ids = 0
  let keys = 0
  let lives = 0
  let cuts = 0
  let crowds = 0
  let isPrompt = true

  const newLife = (): string => {
    lives += 1
    const life = path.join(folder, `life-${lives}`)
    mkdirSync(life, { mode: 0o700 })
    return life
  }
  const start = (life: string): Promise<Product> =>
    startProduct({
      folder: life,
      keyring,
      clock,
      witness,
      randomId: () => (ids += 1),
      isPrompt: () => isPrompt,
    })
  const read = (life: string): ReturnType<typeof readRecords> =>
    readRecords(databaseIn(life), keyring)

  let product = await start(newLife())
  let records = read(product.folder)

  /** As a process that is killed leaves them: what is in the files at this moment, and nothing else. */
  const cutOff = async (): Promise<void> => {
    cuts += 1
    const life = newLife()
    const happened = witness.facts.length
    for (const part of ['', '-wal']) {
      const file = `${databaseIn(product.folder)}${part}`
      if (existsSync(file)) copyFileSync(file, `${databaseIn(life)}${part}`)
    }
    records.close()
    await product.cutOff()
    rmSync(product.folder, { recursive: true })
    witness.forgetAfter(happened)
    product = await start(life)
    records = read(life)
    if (isPrompt) product.pair()
  }

  return {
    clock,
    witness,
    get records() {
      return records
    },
    get cuts() {
      return cuts
    },
    identityOf: (name: string): Buffer => keyring.hash('identity', name),
    newKey: (): string => `event ${(keys += 1)}`,
    newCrowd: (): number => (crowds += 1),
    pair: (): void => product.pair(),
    /** From now on the matchmaker looks whenever it is due, or only when it is told to. */
    async setPrompt(to: boolean): Promise<void> {
      isPrompt = to
      if (isPrompt) product.pair()
      await product.rest()
    },
    async pass(ms: number): Promise<void> {
      const end = clock.now() + ms
      while (clock.now() < end) {
        clock.stepTo(end)
        await product.rest()
      }
    },
    async sweep(): Promise<void> {
      await product.sweep()
      records.deliver()
    },
    /** Takes it in. Where the process is cut off meanwhile, whatever is not confirmed is offered to the next one. */
    async receive(batch: readonly Inbound[], cut: Cut): Promise<void> {
      const received = product.receive(batch)
      if (cut !== 'none') {
        if (cut === 'after') await nextTurn()
        await cutOff()
        await product.receive(batch)
      }
      await received
      await product.rest()
    },
    async close(): Promise<void> {
      records.close()
      await product.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

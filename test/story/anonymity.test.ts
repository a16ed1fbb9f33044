import Sqlite from 'better-sqlite3'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'
import { canariesOf, findLeaks } from '../support/canaries.ts'
import * as story from '../support/story.ts'
import { meet } from '../support/story.ts'
import { createWorld, type World } from '../support/world.ts'

const logged: string[] = []

const world = (): Promise<World> =>
  story.world({ log: createLog('debug', { write: (line) => void logged.push(line) }) })

/** Every way in which a number or a text could stand in a database file. */
function encodings(value: string): readonly Buffer[] {
  const text = [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')]
  if (!/^\d+$/.test(value)) return text
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(value))
  const significant = number.subarray(number.findIndex((byte) => byte !== 0))
  return significant.length < 4 ? text : [...text, significant]
}

/** The database as a thief would find it: every file of it, at this moment. */
function stolenBytes(w: World): Buffer {
  const files = ['', '-wal', '-shm'].map((suffix) => `${w.databasePath}${suffix}`)
  return Buffer.concat(
    files.filter(existsSync).map((file) => {
      const copy = path.join(w.folder, `stolen-${path.basename(file)}`)
      copyFileSync(file, copy)
      return readFileSync(copy)
    }),
  )
}

const inside = (haystack: Buffer, values: readonly string[]): readonly string[] =>
  values.filter((value) => encodings(value).some((needle) => haystack.includes(needle)))

test('a partner is told nothing of who one is, whatever is said', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.says('Hi, I am nobody')
  await dan.says('So am I')
  await tia.asks('next')
  expect(findLeaks([w.telegramServer, w.discordServer])).toEqual([])
})

test('the leak test can tell: naming oneself is found', async () => {
  const w = await createWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.says(`You can find me as ${tia.person.username}`)
  expect(findLeaks([w.telegramServer, w.discordServer])).toHaveLength(1)
  await expect(w[Symbol.asyncDispose]()).rejects.toThrow(tia.person.username)
})

test('a database stolen while a room is open tells no id, no reference and no text', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.says('a delivered secret')
  const [onDiscord] = dan.hears('a delivered secret')
  await dan.says('another secret', { replyTo: onDiscord?.id ?? '' })
  // One message waits in the outbox at the moment of the theft.
  w.telegramServer.inject({
    person: tia.person,
    fault: { kind: 'rate-limited', retryAfterMs: 60_000, scope: 'lane' },
  })
  await dan.says('a waiting secret', { replyTo: onDiscord?.id ?? '' })

  const refs = [...tia.person.chat, ...dan.person.chat].map(({ id }) => id)
  const secrets = ['a delivered secret', 'a waiting secret', 'another secret']
  const identities = [tia, dan].flatMap(({ person }) => canariesOf(person))
  const stolen = stolenBytes(w)
  expect(inside(stolen, [...identities, ...refs, ...secrets])).toEqual([])
  // The search can find what is there.
  expect(inside(stolen, ['telegram', 'discord'])).toEqual(['telegram', 'discord'])
})

test('after delivery no body is left, sealed or not, in the database, its log, or what is logged', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  w.telegramServer.inject({
    person: tia.person,
    fault: { kind: 'rate-limited', retryAfterMs: 10_000, scope: 'lane' },
  })
  await dan.says('a passing secret')
  const thief = new Sqlite(w.databasePath, { readonly: true })
  const sealed = thief.prepare<[], Buffer>('SELECT body FROM outbox').pluck().all()
  thief.close()
  expect(sealed).toHaveLength(1)
  expect(stolenBytes(w).includes(sealed[0] ?? '')).toBe(true)

  w.clock.advance(10_000)
  await w.settle()
  tia.hears('a passing secret')
  await w.passerby.sweep()
  expect(sealed.filter((body) => stolenBytes(w).includes(body))).toEqual([])
  const identities = [tia, dan].flatMap(({ person }) => canariesOf(person))
  expect(
    [...identities, 'a passing secret'].filter((word) => logged.join('').includes(word)),
  ).toEqual([])
  expect(logged.length).toBeGreaterThan(0)
})

test('the end of a room erases every reference to its messages', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.says('one')
  await dan.says('two')
  const count = (table: string): unknown => {
    const reader = new Sqlite(w.databasePath, { readonly: true })
    const rows = reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    reader.close()
    return rows
  }
  expect(count('copy')).toBe(4)
  await dan.asks('stop')
  expect(count('copy')).toBe(0)
  expect(count('outbox')).toBe(0)
  w.clock.advance(20 * 60_000)
  await w.passerby.sweep()
  expect(count('room')).toBe(0)
  expect(count('seat')).toBe(0)
})

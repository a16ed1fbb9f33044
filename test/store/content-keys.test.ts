import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/store/store.ts'
import { type Keyring, openKeyring } from '../../src/keyring.ts'
import { DatabaseFailure } from '../../src/store/store-error.ts'
import { createStoreScene, deed, notice } from '../support/store-scene.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const hourMs = 3_600_000
const noon = Date.UTC(2026, 0, 5, 12)
const delivered: Outcome = { kind: 'delivered', receipt: { refs: [] } }
const contentKeysIn = (folder: string): string => path.join(folder, 'keys', 'content.json')

const open = (folder: string): Keyring =>
  openKeyring({
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: contentKeysIn(folder),
    belongsToDatabase: false,
  })

/** Where the draft of the file would be written there is a folder. */
function jam(folder: string): () => void {
  mkdirSync(`${contentKeysIn(folder)}.new`)
  return () => rmdirSync(`${contentKeysIn(folder)}.new`)
}

test('what does not verify under the key of its hour cannot be opened, like what has no key', () => {
  const folder = temporaryFolder()
  const lost = open(folder).sealContent('hello', noon)
  writeFileSync(contentKeysIn(folder), '')
  const keyring = open(folder)
  const sealed = keyring.sealContent('again', noon)
  expect(keyring.openContent(lost)).toBeUndefined()
  expect(keyring.openContent(sealed)).toBe('again')
  for (const length of [0, 5, 12, 28, sealed.bytes.length - 1])
    expect(keyring.openContent({ ...sealed, bytes: sealed.bytes.subarray(0, length) })).toBe(
      undefined,
    )
})

test('messages whose keys were given up are given up, and what follows them in the lane is delivered', async () => {
  const first = await createStoreScene()
  await first.meet('a', 'b')
  await first.says('a', 'lost')
  await first.close()
  writeFileSync(contentKeysIn(first.folder), '')
  const { store, says, clock, count } = await createStoreScene(first.folder, first.clock)
  await says('a', 'kept')
  const { next } = await store.claim(2, () => true, clock.now())
  expect(next).toMatchObject({ claimed: { delivery: { action: { text: { text: 'kept' } } } } })
  expect(count('outbox')).toBe(1)
})

test('keys that cannot be erased on disk are kept in memory, and erased as soon as they can', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const sealed = keyring.sealContent('hello', noon)
  const release = jam(folder)
  for (let attempt = 0; attempt < 2; attempt += 1)
    expect(() => keyring.destroyContentKeysBefore(noon + hourMs)).toThrow(/cannot be written/)
  expect(keyring.openContent(sealed)).toBe('hello')
  release()
  keyring.destroyContentKeysBefore(noon + hourMs)
  expect(keyring.openContent(sealed)).toBeUndefined()
  expect(readFileSync(contentKeysIn(folder), 'utf8')).not.toContain(`"${sealed.hour}"`)
})

test('keys that cannot be erased do not undo a sweep, and are erased later, though nobody talks', async () => {
  const { store, clock, folder, meet, says } = await createStoreScene()
  await meet('a', 'b')
  await says('a', 'hello')
  const release = jam(folder)
  clock.advance(26 * hourMs)
  const plan = { now: clock.now(), quiet: () => [], expired: () => [] }
  await store.sweep(plan)
  expect(() => store.destroyOldKeys(clock.now())).toThrow(/cannot be written/)
  release()
  store.destroyOldKeys(clock.now())
  expect(JSON.parse(readFileSync(contentKeysIn(folder), 'utf8'))).toMatchObject({ hours: {} })
})

test('while the key of the hour cannot be written nothing of the turn is taken in, and all of it later', async () => {
  const { store, folder, count } = await createStoreScene()
  const release = jam(folder)
  const both = () =>
    Promise.allSettled([
      store.takeIn(deed('a', 'same a'), () => [{ kind: 'create-user' }, notice('welcome')]),
      store.takeIn(deed('b', 'same b'), () => [{ kind: 'create-user' }]),
    ])
  for (const outcome of await both())
    expect(outcome).toMatchObject({ reason: expect.any(DatabaseFailure) })
  expect([count('user'), count('seen')]).toEqual([0, 0])
  release()
  for (const outcome of await both()) expect(outcome.status).toBe('fulfilled')
  expect([count('user'), count('seen'), count('outbox')]).toEqual([2, 2, 1])
})

test('a head that cannot be claimed does not undo the record of what was delivered', async () => {
  const { store, clock, hand, meet, says, count } = await createStoreScene()
  await meet('a', 'b')
  await says('a', 'one')
  await says('a', 'two')
  const { next } = await store.claim(2, () => true, clock.now())
  if (next.kind !== 'claimed') throw new Error('nothing was claimed')
  hand.exec('UPDATE lane SET address = zeroblob(30) WHERE id = 2')
  const recorded = await store.record(next.claimed, delivered, () => true, clock.now())
  expect(recorded.next).toEqual({ kind: 'not-yet', dueAt: clock.now() + 500 })
  expect(count('outbox')).toBe(1)
})

test('what was delivered is recorded while the keys for what must be told cannot be written', async () => {
  const scene = await createStoreScene(undefined, undefined, {
    tellFailure: () => notice('It was not delivered.').actions,
  })
  const { store, clock, folder, hand, meet, says, count } = scene
  await meet('a', 'b')
  await says('a', 'one')
  const { next } = await store.claim(2, () => true, clock.now())
  if (next.kind !== 'claimed') throw new Error('nothing was claimed')
  await says('a', 'two')
  hand.exec('UPDATE outbox SET created_at = 0 WHERE in_flight = 0')
  clock.advance(hourMs)
  const release = jam(folder)
  const recorded = await store.record(next.claimed, delivered, () => true, clock.now())
  expect(recorded.next.kind).toBe('not-yet')
  expect(count('outbox')).toBe(1)
  release()
  const later = await store.claim(2, () => true, clock.now())
  expect([later.next.kind, [...later.lanes]]).toEqual(['empty', [1]])
})

test.skipIf(process.platform === 'win32')(
  'a disk that fills up in the middle of a key file leaves the file of before',
  () => {
    const folder = temporaryFolder()
    const script = `
      import { openKeyring } from '${path.resolve('src/keyring.ts')}'
      const keyring = openKeyring({
        identityKeysFile: '${path.join(folder, 'keys', 'identity.json')}',
        contentKeysFile: '${contentKeysIn(folder)}',
        belongsToDatabase: false,
      })
      try {
        for (let hour = 0; hour < 40; hour += 1) keyring.sealContent('hello', hour * ${hourMs})
      } catch (error) {
        console.log(error.cause.code)
      }`
    // No file may grow beyond a kilobyte, which the keys of some twenty hours do.
    const printed = execFileSync(
      'bash',
      [
        '-c',
        'ulimit -f 1; trap "" XFSZ; exec "$0" --input-type=module-typescript -e "$1"',
        process.execPath,
        script,
      ],
      { encoding: 'utf8' },
    )
    expect(printed.trim()).toBe('EFBIG')
    expect(() => open(folder)).not.toThrow()
  },
)

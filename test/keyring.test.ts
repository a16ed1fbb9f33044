import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openKeyring, type HashPurpose, type Keyring } from '../src/keyring.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const hourMs = 3_600_000
const noon = Date.UTC(2026, 0, 5, 12)
const purposes: readonly HashPurpose[] = ['identity', 'ref', 'seen', 'bot', 'words', 'pair']

function filesIn(folder: string) {
  return {
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: path.join(folder, 'keys', 'content.json'),
  }
}

const open = (folder: string, belongsToDatabase = false): Keyring =>
  openKeyring({ ...filesIn(folder), belongsToDatabase })

test('key files and their folder are for their owner alone', () => {
  const folder = temporaryFolder()
  open(folder).sealContent('hello', noon)
  const { identityKeysFile, contentKeysFile } = filesIn(folder)
  expect(statSync(path.dirname(identityKeysFile)).mode & 0o777).toBe(0o700)
  expect(statSync(identityKeysFile).mode & 0o777).toBe(0o600)
  expect(statSync(contentKeysFile).mode & 0o777).toBe(0o600)
  chmodSync(identityKeysFile, 0o640)
  expect(() => open(folder)).toThrow(/identity\.json can be read by other accounts.*chmod 600/)
})

test('a content key is on disk before anything that it sealed is handed out', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const { contentKeysFile } = filesIn(folder)
  expect(existsSync(contentKeysFile)).toBe(false)
  const sealed = keyring.sealContent('hello', noon)
  // Only what is on disk is known to a keyring that is opened now.
  expect(open(folder).openContent(sealed)).toBe('hello')
  const file = readFileSync(contentKeysFile, 'utf8')
  keyring.sealContent('again', noon + hourMs - 1)
  expect(readFileSync(contentKeysFile, 'utf8')).toBe(file)
  const later = keyring.sealContent('next hour', noon + hourMs)
  expect(open(folder).openContent(later)).toBe('next hour')
})

test('where a new key cannot be written nothing is sealed', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const { contentKeysFile } = filesIn(folder)
  // Where the draft of the file would be written there is a folder.
  mkdirSync(`${contentKeysFile}.new`)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    expect(() => keyring.sealContent('hello', noon)).toThrow(/content\.json cannot be written/)
  }
  rmdirSync(`${contentKeysFile}.new`)
  const sealed = keyring.sealContent('hello', noon)
  expect(open(folder).openContent(sealed)).toBe('hello')
})

test('what was sealed with a destroyed key opens for nobody, and hours that go on are kept', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const early = keyring.sealContent('early', noon)
  const late = keyring.sealContent('late', noon + hourMs)
  keyring.destroyContentKeysBefore(noon + hourMs - 1)
  expect(keyring.openContent(early)).toBe('early')
  keyring.destroyContentKeysBefore(noon + hourMs)
  expect(keyring.openContent(early)).toBeUndefined()
  expect(open(folder).openContent(early)).toBeUndefined()
  expect(open(folder).openContent(late)).toBe('late')
  expect(readFileSync(filesIn(folder).contentKeysFile, 'utf8')).not.toContain(`"${early.hour}"`)
})

test('a key that is made again for the same hour opens nothing of before', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const sealed = keyring.sealContent('before', noon)
  keyring.destroyContentKeysBefore(noon + hourMs)
  keyring.sealContent('after', noon)
  expect(keyring.openContent(sealed)).toBeUndefined()
})

test('hashes are the same at every start, and differ for each purpose, text and key', () => {
  const folder = temporaryFolder()
  const all = (keyring: Keyring): readonly string[] =>
    purposes.flatMap((purpose) =>
      ['telegram 1', 'telegram 2'].map((text) => keyring.hash(purpose, text).toString('hex')),
    )
  const first = all(open(folder))
  expect(all(open(folder, true))).toEqual(first)
  const others = all(open(temporaryFolder()))
  expect(new Set([...first, ...others]).size).toBe(24)
})

test('an address is sealed anew each time, opens with its key alone, and cannot be altered', () => {
  const folder = temporaryFolder()
  const keyring = open(folder)
  const sealed = keyring.seal('chat 42')
  expect(sealed.equals(keyring.seal('chat 42'))).toBe(false)
  expect(sealed.includes('chat')).toBe(false)
  expect(open(folder).open(sealed)).toBe('chat 42')
  expect(() => open(temporaryFolder()).open(sealed)).toThrow()
  for (const at of [0, 12, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => keyring.open(altered)).toThrow()
  }
})

test('identity keys are made once, and never for a database that has lost its own', () => {
  const folder = temporaryFolder()
  expect(() => open(folder, true)).toThrow(/is missing, and without it the database is unreadable/)
  expect(existsSync(filesIn(folder).identityKeysFile)).toBe(false)
  open(folder)
  const file = readFileSync(filesIn(folder).identityKeysFile, 'utf8')
  open(folder)
  expect(readFileSync(filesIn(folder).identityKeysFile, 'utf8')).toBe(file)
})

test('an empty content key file says that the keys of before are given up', () => {
  const folder = temporaryFolder()
  expect(open(folder).knowsEarlierContent).toBe(false)
  writeFileSync(filesIn(folder).contentKeysFile, '')
  const keyring = open(folder)
  expect(keyring.knowsEarlierContent).toBe(true)
  expect(keyring.openContent({ hour: 1, bytes: Buffer.alloc(40) })).toBeUndefined()
})

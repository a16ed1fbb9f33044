import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { KeyFileError, readKeyFile, writeKeyFile } from './key-file.ts'
import { seal, unseal } from './seal.ts'

// The only place where keys are. Identity keys live as long as the service and are backed up; content keys live an hour, plus the
// time that something sealed with them may wait, and are never backed up: with its key gone, what a backup holds cannot be read.

const hourMs = 3_600_000
const hashLength = 16

const purposes = ['identity', 'ref', 'seen', 'bot', 'words', 'pair', 'member', 'topic'] as const

/** Hashes for one purpose say nothing about those for another. */
export type HashPurpose = (typeof purposes)[number]

export interface Sealed {
  readonly hour: number
  readonly bytes: Buffer
}

export interface Keyring {
  /** A keyed hash: the same text gives the same hash, and without the key nobody can tell which text it was. */
  hash(purpose: HashPurpose, text: string): Buffer
  /** For addresses and references: opened as long as the identity key exists. */
  seal(text: string): Buffer
  open(sealed: Buffer): string
  /** For what people say: sealed with the key of the hour, which is on disk before this returns. */
  sealContent(text: string, now: number): Sealed
  /** `undefined` where the key of that hour has been destroyed, or is not the one that sealed this. */
  openContent(sealed: Sealed): string | undefined
  /** Whether content keys of an earlier run were there, be it an empty file of them. */
  readonly knowsEarlierContent: boolean
  /** Forgets the keys of all hours that ended before `time`. Where that throws they are all still there, and it can be tried again. */
  destroyContentKeysBefore(time: number): void
}

export interface KeyringPaths {
  readonly identityKeysFile: string
  readonly contentKeysFile: string
  /** Whether there is a database that the identity keys belong to: then they are never made anew. */
  readonly belongsToDatabase: boolean
}

interface IdentityKeys {
  readonly version: 1
  readonly key: string
}

interface ContentKeys {
  readonly version: 1
  readonly hours: Readonly<Record<string, string>>
}

export function openKeyring(paths: KeyringPaths): Keyring {
  const { identityKeysFile, contentKeysFile } = paths
  const master = identityKey(identityKeysFile, paths.belongsToDatabase)
  const knowsEarlierContent = existsSync(contentKeysFile)
  // Key objects, because Node looks a raw key over at every use, which takes longer than the cipher.
  const derive = (name: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `passerby ${name}`, 32)))
  const sealKey = derive('seal')
  const hashKeys = new Map(purposes.map((purpose) => [purpose, derive(`hash ${purpose}`)]))
  const contentKeys = new Map(
    Object.entries(readKeyFile<ContentKeys>(contentKeysFile)?.hours ?? {}).map(([hour, key]) => [
      Number(hour),
      createSecretKey(key, 'base64'),
    ]),
  )

  const save = (keys: Iterable<readonly [number, KeyObject]>): void => {
    const hours = Object.fromEntries(
      [...keys].map(([hour, key]) => [String(hour), key.export().toString('base64')]),
    )
    writeKeyFile(contentKeysFile, { version: 1, hours } satisfies ContentKeys)
  }

  const contentKey = (hour: number): KeyObject => {
    const known = contentKeys.get(hour)
    if (known) return known
    const key = createSecretKey(randomBytes(32))
    save([...contentKeys, [hour, key]])
    contentKeys.set(hour, key)
    return key
  }

  return {
    knowsEarlierContent,
    hash(purpose, text) {
      const key = hashKeys.get(purpose)
      if (!key) throw new Error(`no hash key for ${purpose}`)
      return createHmac('sha256', key).update(text).digest().subarray(0, hashLength)
    },
    seal: (text) => seal(sealKey, text),
    open: (sealed) => unseal(sealKey, sealed),
    sealContent(text, now) {
      const hour = Math.floor(now / hourMs)
      return { hour, bytes: seal(contentKey(hour), text) }
    },
    openContent({ hour, bytes }) {
      const key = contentKeys.get(hour)
      if (!key) return undefined
      try {
        return unseal(key, bytes)
      } catch {
        // Sealed with a key that was lost before this one was made for the same hour, or damaged: nobody can read it.
        return undefined
      }
    },
    destroyContentKeysBefore(time) {
      const isKept = (hour: number): boolean => (hour + 1) * hourMs > time
      const outdated = [...contentKeys.keys()].filter((hour) => !isKept(hour))
      if (outdated.length === 0) return
      // The file first: what is forgotten here alone would never be tried again.
      save([...contentKeys].filter(([hour]) => isKept(hour)))
      for (const hour of outdated) contentKeys.delete(hour)
    },
  }
}

function identityKey(path: string, belongsToDatabase: boolean): Buffer {
  const existing = readKeyFile<IdentityKeys>(path)
  if (existing) return Buffer.from(existing.key, 'base64')
  if (belongsToDatabase) {
    throw new KeyFileError(
      `${path} is missing, and without it the database is unreadable. Restore it from your backup.`,
    )
  }
  const key = randomBytes(32)
  writeKeyFile(path, { version: 1, key: key.toString('base64') } satisfies IdentityKeys)
  return key
}

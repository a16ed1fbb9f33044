import type { Keyring } from '../../src/keyring.ts'

export interface CryptoWork {
  hashes: number
  seals: number
  opens: number
}

/** The same keyring, counting what it is asked for. */
export function counted(keyring: Keyring): {
  readonly keyring: Keyring
  readonly work: CryptoWork
} {
  const work: CryptoWork = { hashes: 0, seals: 0, opens: 0 }
  return {
    work,
    keyring: {
      ...keyring,
      hash(purpose, text) {
        work.hashes += 1
        return keyring.hash(purpose, text)
      },
      seal(text) {
        work.seals += 1
        return keyring.seal(text)
      },
      sealContent(text, now) {
        work.seals += 1
        return keyring.sealContent(text, now)
      },
      open(sealed) {
        work.opens += 1
        return keyring.open(sealed)
      },
      openContent(sealed) {
        work.opens += 1
        return keyring.openContent(sealed)
      },
    },
  }
}

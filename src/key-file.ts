import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A key file cannot be used; `message` is one sentence that says why and what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/** `undefined` where there is no such file, or an empty one. */
export function readKeyFile<T extends { readonly version: 1 }>(path: string): T | undefined {
  const text = textOf(path)
  if (text === undefined || text.trim() === '') return undefined
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new KeyFileError(
      `${path} can be read by other accounts of this machine. Run: chmod 600 ${path}`,
    )
  }
  try {
    const keys = JSON.parse(text) as T
    if (keys.version === 1) return keys
  } catch {
    // Told below: what does not parse and what has another version are alike to the operator.
  }
  throw new KeyFileError(`${path} is not a key file of this version. Restore it from your backup.`)
}

/** Replaces the file as a whole; when this returns, the new one survives a power cut. */
export function writeKeyFile(path: string, keys: object): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const draft = `${path}.new`
    const file = openSync(draft, 'w', 0o600)
    try {
      // All of it or an error: a single write may stop halfway on a full disk and call that a success.
      writeFileSync(file, `${JSON.stringify(keys)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    syncFolder(dirname(path))
  } catch (cause) {
    throw new KeyFileError(
      `${path} cannot be written. Give the account that runs Passerby a folder of its own for keys, on a disk with room.`,
      { cause },
    )
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new KeyFileError(
      `${path} cannot be read. Give the account that runs Passerby access to it.`,
      { cause },
    )
  }
}

/** A rename is on disk only once its folder is; Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

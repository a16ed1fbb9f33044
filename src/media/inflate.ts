import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { Refusal } from './job.ts'

const unpack = promisify(gunzip)
const pack = promisify(gzip)

/** A Telegram sticker has at most 64 KB: https://core.telegram.org/stickers. Real ones unpack to some hundred KB. */
const mostUnpacked = 4 * 1024 * 1024

export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return await unpack(bytes, { maxOutputLength: mostUnpacked })
  } catch (error) {
    const isBomb =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(isBomb ? 'too-complex' : 'unreadable')
  }
}

/** Node's header has neither a name nor a time. */
export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pack(text, { level: constants.Z_BEST_COMPRESSION }))
}

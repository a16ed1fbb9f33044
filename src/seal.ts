import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

const ivs = Buffer.alloc(ivLength * 1024)
let usedIvs = ivs.length

/** Drawn many at once: to ask for randomness costs more than the cipher does. Each is given out once. */
function freshIv(): Buffer {
  if (usedIvs === ivs.length) {
    randomFillSync(ivs)
    usedIvs = 0
  }
  usedIvs += ivLength
  return ivs.subarray(usedIvs - ivLength, usedIvs)
}

/** Nobody reads it, and nobody changes it unseen, without the key. */
export function seal(key: KeyObject, text: string): Buffer {
  const iv = freshIv()
  const encrypt = createCipheriv(cipher, key, iv, { authTagLength: tagLength })
  return Buffer.concat([iv, encrypt.update(text, 'utf8'), encrypt.final(), encrypt.getAuthTag()])
}

/** Throws when it was sealed with another key, or changed since. */
export function unseal(key: KeyObject, sealed: Buffer): string {
  const decrypt = createDecipheriv(cipher, key, sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
  decrypt.setAuthTag(sealed.subarray(sealed.length - tagLength))
  const text = decrypt.update(sealed.subarray(ivLength, sealed.length - tagLength))
  return Buffer.concat([text, decrypt.final()]).toString('utf8')
}

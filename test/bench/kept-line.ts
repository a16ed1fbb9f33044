import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Keyring, openKeyring } from '../../src/keyring.ts'
import { fillLine, type FilledLine } from './fill-line.ts'

export interface KeptLine extends FilledLine {
  readonly keyring: Keyring
  /** A line of that many, to be copied and not to be used. */
  fileOf(size: number): string
  /** `undefined` where they were there already. */
  readonly fillMs: number | undefined
}

/** The lines of these sizes in `folder`, filled unless an earlier run has left the same ones there. */
export async function keptLine(
  folder: string,
  sizes: readonly number[],
  women: number,
): Promise<KeptLine> {
  mkdirSync(folder, { recursive: true })
  const written = path.join(folder, `line-${[...sizes, women].join('-')}.json`)
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: path.join(folder, 'keys', 'content.json'),
    belongsToDatabase: existsSync(written),
  })
  const fileOf = (size: number): string => path.join(folder, `line-${size}.db`)
  if (existsSync(written)) {
    // Written by this function alone.
    const line = JSON.parse(readFileSync(written, 'utf8')) as FilledLine
    return { ...line, keyring, fileOf, fillMs: undefined }
  }
  const filling = path.join(folder, 'filling.db')
  const start = performance.now()
  const line = await fillLine(filling, keyring, sizes, women, (size) => {
    copyFileSync(filling, fileOf(size))
  })
  rmSync(filling)
  writeFileSync(written, JSON.stringify(line))
  return { ...line, keyring, fileOf, fillMs: performance.now() - start }
}

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A small change of the product's text. */
export interface Patch {
  readonly name: string
  readonly file: string
  /** Found in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** A copy of the product, and of what else is named, with one bug in it, gone when disposed of. */
export function createMutant(
  root: string,
  bug: Patch,
  others: readonly string[] = [],
): Disposable & { readonly root: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-mutant-'))
  for (const part of ['src', 'adapters', 'migrations', 'package.json', ...others])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  writeFileSync(path.join(folder, bug.file), patched(root, bug))
  return {
    root: folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The file with the bug. Throws when what is to be replaced is not there exactly once. */
export function patched(root: string, { name, file, find, replace }: Patch): string {
  const parts = readFileSync(path.join(root, file), 'utf8').split(find)
  if (parts.length !== 2) {
    throw new Error(
      `The bug ${name} does not fit any more: ${file} holds "${find}" ${parts.length - 1} times.`,
    )
  }
  return parts.join(replace)
}

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bug } from './bugs.ts'

/** A copy of the product with every bug in it, each off until it is named; gone when disposed of. */
export function createMutant(
  root: string,
  bugs: readonly Bug[],
): Disposable & { readonly root: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-leaks-'))
  for (const part of ['src', 'adapters', 'migrations', 'test/support', 'package.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const { name, patches } of bugs) {
    for (const { file, find, replace } of patches) {
      const place = path.join(folder, file)
      const parts = readFileSync(place, 'utf8').split(find)
      if (parts.length !== 2)
        throw new Error(
          `The bug ${name} does not fit any more: ${file} has it ${parts.length - 1} times.`,
        )
      writeFileSync(place, parts.join(replace))
    }
  }
  return {
    root: folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

// Runs the house's real lint configuration over a small made-up tree outside the repository.

import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
})

export interface Complaint {
  readonly rule: string
  readonly message: string
  readonly path: string
  readonly line: number
}

export async function lint(
  files: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Complaint[]> {
  const folder = await mkdtemp(join(tmpdir(), 'passerby-lint-'))
  try {
    for (const name of ['.oxlintrc.json', '.oxlint', 'tsconfig.json', 'package.json'])
      await cp(join(root, name), join(folder, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, lines] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), `${lines.join('\n')}\n`)
    }
    return read(await runOxlint(folder, [...files.keys()]))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function read(output: string): readonly Complaint[] {
  return Report.parse(JSON.parse(output)).diagnostics.map((found) => ({
    rule: found.code,
    message: found.message,
    path: found.filename,
    line: found.labels[0]?.span.line ?? 0,
  }))
}

function runOxlint(folder: string, paths: readonly string[]): Promise<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [oxlint, '--type-aware', '--format=json', ...paths],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // Exit code 1 says that something was refused, which is what these tests are after.
        if (error !== null && error.code !== 1)
          fail(new Error(`oxlint broke: ${stderr}${stdout}`, { cause: error }))
        else done(stdout)
      },
    )
  })
}

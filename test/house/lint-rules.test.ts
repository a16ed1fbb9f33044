// Each rule the house relies on, shown by the code it refuses. The borders have their own file.

import { beforeAll, expect, it } from 'vitest'
import { lint } from './lint.ts'
import type { Complaint } from './lint.ts'

interface Case {
  readonly rule: string
  readonly code: readonly string[]
  /** Where the same code is welcome. */
  readonly welcomeIn: string | undefined
}

const clock = 'src/clock.ts'
const cases: readonly Case[] = [
  { rule: 'house(no-present-date)', code: ['export const a = new Date()'], welcomeIn: clock },
  {
    rule: 'eslint(no-restricted-properties)',
    code: ['export const b = Date.now()'],
    welcomeIn: clock,
  },
  {
    rule: 'eslint(no-restricted-properties)',
    code: ['export const c = performance.now()'],
    welcomeIn: clock,
  },
  {
    rule: 'eslint(no-restricted-properties)',
    code: [`export const a = process.env['HOME']`],
    welcomeIn: 'src/config.ts',
  },
  {
    rule: 'eslint(no-restricted-globals)',
    code: ['setTimeout(() => undefined, 5)', 'export const d = 1'],
    welcomeIn: clock,
  },
  {
    rule: 'eslint(no-restricted-globals)',
    code: ['export const a = setInterval(() => undefined, 5)'],
    welcomeIn: 'src/sandbox/cloud.ts',
  },
  {
    rule: 'typescript(no-floating-promises)',
    code: ['async function a(): Promise<void> {}', 'a()'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(no-misused-promises)',
    code: ['export const a = [1].forEach(async () => {})'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(await-thenable)',
    code: ['export const a = await 1'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    code: [
      `export function a(kind: 'b' | 'c'): void {`,
      `  switch (kind) {`,
      `    case 'b':`,
      `  }`,
      `}`,
    ],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(no-explicit-any)',
    code: ['export const a: any = 1'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(no-unsafe-assignment)',
    code: [`export const a = JSON.parse('1')`],
    welcomeIn: 'test/any.test.ts',
  },
  {
    rule: 'typescript(no-non-null-assertion)',
    code: ['export const a = [1].at(0)!'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(consistent-type-imports)',
    code: [`import { Server } from 'node:http'`, 'export type A = Server'],
    welcomeIn: undefined,
  },
  {
    rule: 'typescript(explicit-module-boundary-types)',
    code: ['export function a() {', '  return 1', '}'],
    welcomeIn: 'src/store/statements.ts',
  },
  { rule: 'import(no-default-export)', code: ['export default 1'], welcomeIn: '.tool.ts' },
  {
    rule: 'eslint(no-console)',
    code: [`console.log('a')`, 'export const a = 1'],
    welcomeIn: 'src/main.ts',
  },
  {
    rule: 'unicorn(no-process-exit)',
    code: ['process.exit(1)', 'export const b = 1'],
    welcomeIn: 'src/main.ts',
  },
  {
    rule: 'eslint(max-lines)',
    code: Array.from({ length: 301 }, (_, at) => `export const a${at} = 1`),
    welcomeIn: 'test/long.test.ts',
  },
]

const cycle: readonly [string, readonly string[]][] = [
  ['src/service/one.ts', [`import { b } from './two.ts'`, 'export const a = b']],
  ['src/service/two.ts', [`import { a } from './one.ts'`, 'export const b = a']],
]

const refusedAt = (at: number): string => `src/service/case-${at}.ts`

let complaints: readonly Complaint[] = []
const rulesAgainst = (path: string): readonly string[] =>
  complaints.filter((complaint) => complaint.path === path).map(({ rule }) => rule)

beforeAll(async () => {
  const files = new Map(cycle)
  files.set('src/service/wrongName.ts', ['export const a = 1'])
  for (const [at, { code, welcomeIn }] of cases.entries()) {
    files.set(refusedAt(at), code)
    if (welcomeIn !== undefined) files.set(welcomeIn, [...(files.get(welcomeIn) ?? []), ...code])
  }
  complaints = await lint(files)
})

it.each(cases.map((one, at) => ({ ...one, at, first: one.code[0] })))(
  '$rule refuses $first',
  ({ rule, welcomeIn, at }) => {
    expect(rulesAgainst(refusedAt(at))).toContain(rule)
    if (welcomeIn !== undefined) expect(rulesAgainst(welcomeIn)).not.toContain(rule)
  },
)

it('refuses a circle of imports', () => {
  expect(rulesAgainst('src/service/one.ts')).toContain('import(no-cycle)')
})

it('refuses a file name that is not kebab-case', () => {
  expect(rulesAgainst('src/service/wrongName.ts')).toContain('unicorn(filename-case)')
})

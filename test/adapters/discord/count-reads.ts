import { vi } from 'vitest'

/** How often a rule of the grammar is tried meanwhile: what a clock would measure, without one. */
export function countReads(work: () => unknown): number {
  const exec = vi.spyOn(RegExp.prototype, 'exec')
  try {
    work()
    return exec.mock.calls.length
  } finally {
    exec.mockRestore()
  }
}

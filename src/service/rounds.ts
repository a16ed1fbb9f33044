import type { Clock } from '../clock.ts'

/** So much later a round that failed is tried again. */
const retryMs = 1000

/** Work that is done in rounds, one at a time: when it is called for, and by itself when it is next due. */
export interface Rounds extends AsyncDisposable {
  /** A round now, or once more behind the one that is under way. */
  wake(): void
  /** A round then, unless there is one before. */
  wakeAt(at: number): void
  readonly busy: boolean
}

/**
 * `round` does what is due and answers when the next is; it looks at `isOver` between its units of work and leaves the rest undone. Where it
 * throws, `failed` is told and it is tried again. Nothing begins before the first `wake`.
 */
export function createRounds(
  clock: Clock,
  round: (isOver: () => boolean) => Promise<number | undefined>,
  failed: (error: unknown) => void,
): Rounds {
  let calledAgain = false
  let stopped = false
  let running: Promise<void> | undefined
  let timerAt = Infinity
  let cancelTimer = (): void => {}

  /** What it was set for is done now, or is due again by what the round answers. */
  const forgetTimer = (): void => {
    cancelTimer()
    timerAt = Infinity
  }

  const run = async (): Promise<void> => {
    try {
      while (calledAgain && !stopped) {
        calledAgain = false
        forgetTimer()
        const nextAt = await round(() => stopped)
        if (nextAt !== undefined) wakeAt(nextAt)
      }
    } catch (error) {
      failed(error)
      wakeAt(clock.now() + retryMs)
    } finally {
      running = undefined
    }
  }

  const wake = (): void => {
    if (stopped) return
    calledAgain = true
    running ??= run()
  }

  const wakeAt = (at: number): void => {
    if (stopped || at >= timerAt) return
    cancelTimer()
    timerAt = at
    cancelTimer = clock.after(Math.max(0, at - clock.now()), () => {
      timerAt = Infinity
      wake()
    })
  }

  return {
    wake,
    wakeAt,
    get busy() {
      return running !== undefined
    },
    async [Symbol.asyncDispose]() {
      stopped = true
      cancelTimer()
      await running
    },
  }
}

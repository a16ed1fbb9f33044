import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import type { Effects } from '../store/write.ts'

/** Platforms tell that somebody types once in about ten seconds; so long it holds unless something is said. */
const toldEveryMs = 10_000

export interface Typing extends Disposable {
  /** Shows who types, and takes it that who got something new is no longer waited for. */
  committed(effects: Pick<Effects, 'typing' | 'lanes'>): void
}

/** Carries the sign that somebody types: renewed while it lasts, never kept, gone with the first word. */
export function createTyping(adapters: ReadonlyMap<Platform, Adapter>, clock: Clock): Typing {
  const renewals = new Map<UserId, () => void>()

  const end = (lane: UserId): void => {
    renewals.get(lane)?.()
    renewals.delete(lane)
  }

  const show = ({ lane, platform, address }: Effects['typing'][number], leftMs: number): void => {
    end(lane)
    const adapter = adapters.get(platform)
    const lastsMs = adapter?.capabilities.typingLastsMs ?? 0
    if (!adapter || lastsMs === 0) return
    adapter.showTyping(address)
    if (leftMs <= lastsMs) return
    renewals.set(
      lane,
      clock.after(lastsMs, () => show({ lane, platform, address }, leftMs - lastsMs)),
    )
  }

  return {
    committed({ typing, lanes }) {
      for (const lane of lanes) end(lane)
      for (const sign of typing) show(sign, toldEveryMs)
    },
    [Symbol.dispose]() {
      for (const cancel of renewals.values()) cancel()
    },
  }
}

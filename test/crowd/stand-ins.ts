import type { Inbound } from '../../src/core/inbound.ts'
import { readTap } from '../../src/core/tap.ts'
import type { Situation } from '../../src/core/situation.ts'
import type { Write } from '../../src/store/write.ts'
import { isComplete } from '../../src/core/profile.ts'
import { emptyPortrait, type Portrait } from '../../src/core/settings.ts'

/** What taps write whose decisions answer `old-button` so far. */
export function standIn({ event }: Inbound, situation: Situation): readonly Write[] {
  const { user, waitingSince, minor } = situation
  const tap = event.kind === 'tap' ? readTap(event.data) : undefined
  if (!tap || minor || !user?.accepted || !isComplete(user.profile)) return []
  const renewed: readonly Write[] = waitingSince === undefined ? [] : [{ kind: 'open-ticket' }]
  const portrait = situation.portrait ?? emptyPortrait
  const withPortrait = (change: Partial<Portrait>): readonly Write[] => [
    { kind: 'set-portrait', portrait: { ...portrait, ...change } },
    ...renewed,
  ]
  switch (tap.kind) {
    case 'platform':
      return [
        { kind: 'set-settings', settings: { ...user.settings, platformWish: tap.wish } },
        ...renewed,
      ]
    case 'language':
      return withPortrait({ languages: toggled(portrait.languages, tap.language) })
    case 'interest':
      return withPortrait({ interests: toggled(portrait.interests, tap.interest) })
    case 'widen':
      return waitingSince === undefined ? [] : [{ kind: 'widen-ticket' }]
    default:
      return []
  }
}

const toggled = <T>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one]

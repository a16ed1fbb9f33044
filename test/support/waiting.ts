import type { Action } from '../../src/core/action.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Notice } from '../../src/core/notice.ts'
import { freshlyWaiting, type WaitingState } from '../../src/core/waiting.ts'
import { say } from '../../src/text/say.ts'
import { type createService, tap } from './service.ts'

type Service = Awaited<ReturnType<typeof createService>>

export const second = 1000
export const minute = 60 * second

/** They look for somebody whom nobody here is. */
export const join = (id: string, gender: 'woman' | 'man' = 'woman', locale: Locale = 'en') =>
  [
    tap(id, { kind: 'age', adult: true }),
    tap(id, { kind: 'gender', gender }),
    tap(id, { kind: 'seeking', seeking: gender === 'woman' ? 'men' : 'women' }),
  ].map((event) => ({ ...event, sender: { ...event.sender, language: locale } }))

export const words = (notice: Notice, locale: Locale = 'en'): string =>
  say(notice, { operatorContact: 'hello@passerby.example' }, locale).text.text

export const waiting = (state: Partial<WaitingState> = {}, locale: Locale = 'en'): string =>
  words({ kind: 'waiting', state: { ...freshlyWaiting, ...state } }, locale)

/** What stands there below the three questions. */
export const screen = ({ adapter }: Service, id: string): readonly string[] =>
  adapter.chats
    .of(id)
    .slice(3)
    .map((seen) => seen.text)

export const edits = (
  { adapter }: Service,
  id?: string,
): readonly Extract<Action, { kind: 'edit' }>[] =>
  adapter.attempts
    .filter(({ to }) => id === undefined || to === id)
    .flatMap(({ action }) => (action.kind === 'edit' ? [action] : []))

export async function pass(service: Service, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += second) {
    service.clock.advance(Math.min(second, ms - passed))
    await service.rest()
  }
}

import { expect, test } from 'vitest'
import { checkHistory, isClean, type Verdict } from './history-checker.ts'
import type { Command, PersonHistory, StormEvent } from './history.ts'

// Histories by hand: everything happens a second after the one before, in each chat for itself.

type Words = Extract<StormEvent, { kind: 'words' }>
type Platform = PersonHistory['platform']

const secondMs = 1000

function chat(name: string, platform: Platform, ...events: readonly StormEvent[]): PersonHistory {
  const timed = events.map((event, i) =>
    'at' in event ? { ...event, id: `${name}-${i}`, at: i * secondMs } : event,
  )
  return { name, platform, events: timed }
}

const said = (number: number, pieces = 1, isOldReply = false): StormEvent => ({
  kind: 'said',
  number,
  pieces,
  text: Array.from({ length: pieces }, (_, i) => `word${i + 1}`).join(''),
  isOldReply,
})

const heard = (author: string, number: number, ...pieces: readonly number[]): Words => {
  const shown = pieces.length === 0 ? [1] : pieces
  const text = shown.map((piece) => `word${piece}`).join('')
  return { kind: 'words', id: '', at: 0, author, number, pieces: shown, text }
}

const told = (notice: string, partner?: string): StormEvent => ({
  kind: 'notice',
  id: '',
  at: 0,
  notice,
  partner,
})
const did = (command: Command): StormEvent => ({ kind: 'did', command })
const paired = told('paired', 'Fox')
const left = told('partner-left', 'Fox')

const check = (
  people: readonly PersonHistory[],
  restarts: readonly number[] = [],
  inFlightOnTelegram = 0,
): Verdict => checkHistory({ people, restarts, inFlightOnTelegram })

/** The kinds of violation that were found. */
const kinds = (verdict: Verdict): readonly string[] =>
  Object.entries(verdict.violations).flatMap(([kind, list]) => (list.length > 0 ? [kind] : []))

test('two who hear each other in order make a clean history', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, said(1), said(2, 2), heard('d2', 1)),
    chat('d2', 'discord', paired, said(1), heard('t1', 1), heard('t1', 2, 1), heard('t1', 2, 2)),
  ])
  expect(isClean(verdict)).toBe(true)
  expect(verdict).toMatchObject({ accepted: 3, shown: 3, answered: 0 })
})

test('a text that its partner never saw is lost, whatever else its author is told', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, said(1), said(2), told('still-waiting-said')),
    chat('t2', 'telegram', paired, heard('t1', 2)),
  ])
  expect(verdict.violations.lost).toEqual(['t1#1 was never shown and its author not told'])
  expect(kinds(verdict)).toContain('unexpected')
})

test('a text of which a piece is missing is lost', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, said(1, 3)),
    chat('d2', 'discord', paired, heard('t1', 1, 1), heard('t1', 1, 3)),
  ])
  expect(kinds(verdict)).toEqual(['lost'])
})

test('a text that came after the end and was answered is not lost; one answer is for one text', () => {
  const answer = told('room-is-over', 'Fox')
  const silent = chat('t2', 'telegram', paired, did('stop'), told('you-left', 'Fox'))
  expect(isClean(check([chat('t1', 'telegram', paired, said(1), left, answer), silent]))).toBe(true)
  const two = check([chat('t1', 'telegram', paired, said(1), said(2), left, answer), silent])
  expect(kinds(two)).toEqual(['lost'])
})

test('an answer in a later room does not make up for a text of an earlier one', () => {
  const verdict = check([
    chat(
      't1',
      'telegram',
      paired,
      said(1),
      left,
      did('find'),
      told('paired', 'Elk'),
      told('partner-left', 'Elk'),
      told('room-is-over', 'Elk'),
    ),
  ])
  expect(kinds(verdict)).toEqual(['lost', 'unexpected'])
})

test('a reply to an earlier room may be answered in the later one, other texts may not', () => {
  const answer = told('reply-to-ended')
  expect(isClean(check([chat('t1', 'telegram', paired, said(1, 1, true), answer)]))).toBe(true)
  expect(kinds(check([chat('t1', 'telegram', paired, said(1), answer)]))).toContain('lost')
})

test('what only somebody else than the partner sees is misdelivered, and lost', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, said(1), said(2), said(3), heard('t2', 1)),
    chat('t2', 'telegram', paired, said(1), heard('t1', 1), heard('t1', 3)),
    chat('d3', 'discord', paired, heard('d4', 1), heard('t1', 2)),
    chat('d4', 'discord', paired, said(1)),
  ])
  expect(kinds(verdict)).toEqual(['lost', 'misdelivered'])
  expect(verdict.violations.misdelivered).toHaveLength(1)
  expect(verdict.violations.misdelivered[0]).toContain('t1#2')
})

test('a text typed in one room and shown by the partner of the next is misdelivered', () => {
  const verdict = check([
    chat(
      't1',
      'telegram',
      paired,
      said(1),
      said(2),
      did('next'),
      told('you-left', 'Fox'),
      told('paired', 'Elk'),
      said(3),
      said(4),
    ),
    chat('t2', 'telegram', paired, heard('t1', 1), left),
    chat('t3', 'telegram', paired, heard('t1', 2), heard('t1', 3), heard('t1', 4)),
  ])
  expect(verdict.violations.misdelivered).toHaveLength(1)
  expect(verdict.violations.misdelivered[0]).toContain('t1#2')
})

test('the end of a room with somebody else is told to the wrong person', () => {
  const verdict = check([chat('t1', 'telegram', paired, told('partner-left', 'Elk'))])
  expect(kinds(verdict)).toEqual(['unexpected'])
})

test('texts and pieces out of order are told', () => {
  const author = chat('t1', 'telegram', paired, said(1), said(2, 2))
  const swapped = chat('d2', 'discord', paired, heard('t1', 2, 1, 2), heard('t1', 1))
  expect(kinds(check([author, swapped]))).toEqual(['reordered'])
  const pieces = [heard('t1', 1), heard('t1', 2, 2), heard('t1', 2, 1)]
  const verdict = check([author, chat('d2', 'discord', paired, ...pieces)])
  expect(kinds(verdict)).toContain('reordered')
})

test('what is shown after the notice of the end is told', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, said(1), did('stop'), told('you-left', 'Fox')),
    chat('t2', 'telegram', paired, left, heard('t1', 1)),
  ])
  expect(kinds(verdict)).toEqual(['afterTheEnd'])
})

test('Discord may double nothing, not even across a restart', () => {
  const author = chat('t1', 'telegram', paired, said(1))
  const reader = chat('d2', 'discord', paired, heard('t1', 1), heard('t1', 1))
  expect(kinds(check([author, reader], [1500], 5))).toEqual(['duplicatesOnDiscord'])
})

test('a doubled notice of a pairing is a duplicate, and no second room', () => {
  const author = chat('t1', 'telegram', paired, said(1))
  const reader = chat('d2', 'discord', paired, paired, heard('t1', 1))
  expect(kinds(check([author, reader]))).toEqual(['duplicatesOnDiscord'])
})

test('Telegram may double what was under way at a restart, and no more than that', () => {
  const people = [
    chat('t1', 'telegram', paired, said(1), said(2)),
    chat('t2', 'telegram', paired, heard('t1', 1), heard('t1', 1), heard('t1', 2)),
  ]
  const excused = check(people, [1500], 1)
  expect(isClean(excused)).toBe(true)
  expect(excused.repeatedOnTelegram).toBe(1)
  expect(kinds(check(people, [1500], 0))).toEqual(['duplicatesOnTelegram'])
  expect(kinds(check(people, [500], 1))).toEqual(['duplicatesOnTelegram'])
})

test('Telegram may not double what was no longer the last thing before the restart', () => {
  const verdict = check(
    [
      chat('t1', 'telegram', paired, said(1), said(2)),
      chat('t2', 'telegram', paired, heard('t1', 1), heard('t1', 2), heard('t1', 1)),
    ],
    [2500],
    5,
  )
  expect(kinds(verdict)).toEqual(['duplicatesOnTelegram'])
})

test('an answer that was doubled across a restart counts as one', () => {
  const answer = told('room-is-over', 'Fox')
  const author = chat('t1', 'telegram', paired, said(1), left, answer, answer)
  expect(check([author], [3500], 1)).toMatchObject({ answered: 1, repeatedOnTelegram: 1 })
  expect(kinds(check([author], [3500], 1))).toEqual([])
  expect(kinds(check([author], [], 1))).toEqual(['unexpected'])
})

test('a text nobody said, other words and what makes no sense are unexpected', () => {
  const author = chat('t1', 'telegram', paired, said(1))
  const strange: StormEvent = { kind: 'strange', id: '', at: 0, text: 'Buy!' }
  for (const event of [heard('t1', 9), strange, told('our-fault')]) {
    const verdict = check([author, chat('t2', 'telegram', paired, heard('t1', 1), event)])
    expect(kinds(verdict)).toEqual(['unexpected'])
  }
  const changed = { ...heard('t1', 1), text: 'other' }
  expect(kinds(check([author, chat('t2', 'telegram', paired, changed)]))).toEqual(['unexpected'])
})

test('who is paired while in a room is unexpected', () => {
  const verdict = check([chat('t1', 'telegram', paired, told('paired', 'Elk'))])
  expect(kinds(verdict)).toEqual(['unexpected'])
})

test('on Discord nobody is owed an answer who knew that nobody listens', () => {
  const alone = [paired, left, said(1)]
  expect(kinds(check([chat('d1', 'discord', ...alone)]))).toEqual([])
  expect(kinds(check([chat('t1', 'telegram', ...alone)]))).toEqual(['lost'])
  const searching = [paired, left, did('find'), told('waiting'), said(1)]
  expect(kinds(check([chat('d1', 'discord', ...searching)]))).toEqual(['lost'])
})

const album = (number: number, files: number): StormEvent => ({
  kind: 'said',
  number,
  pieces: files,
  text: Array.from({ length: files }, (_, i) => `word${i + 1}`).join(''),
  isOldReply: false,
  files: { kinds: '', count: files, at: 1000 },
})

test('an album that is shown as one is whole, and its files are counted', () => {
  const verdict = check([
    chat('t1', 'telegram', paired, album(1, 3)),
    chat('d2', 'discord', paired, heard('t1', 1, 1, 2, 3)),
  ])
  expect(isClean(verdict)).toBe(true)
  expect(verdict).toMatchObject({ filesAccepted: 3, filesShown: 3 })
})

test('an album may be shown in parts when a restart has found it in the middle, and never else', () => {
  const people = [
    chat('t1', 'telegram', paired, album(1, 3)),
    chat('d2', 'discord', paired, heard('t1', 1, 1, 2), heard('t1', 1, 3)),
  ]
  expect(kinds(check(people))).toEqual(['torn'])
  expect(kinds(check(people, [1500]))).toEqual([])
  expect(kinds(check(people, [500]))).toEqual(['torn'])
})

test('the words under the first file of a torn album do not make the other files late', () => {
  const said: StormEvent = {
    kind: 'said',
    number: 1,
    pieces: 4,
    text: 'word1word4word2word3',
    isOldReply: false,
    files: { kinds: '', count: 3, at: 1000 },
  }
  const people = [
    chat('t1', 'telegram', paired, said),
    chat('d2', 'discord', paired, heard('t1', 1, 1, 4), heard('t1', 1, 2, 3)),
  ]
  expect(isClean(check(people, [1500]))).toBe(true)
  expect(kinds(check(people))).toEqual(['torn'])
})

test('files of an album out of order are told, and one that is missing is lost', () => {
  const author = chat('t1', 'telegram', paired, album(1, 3))
  const swapped = chat('d2', 'discord', paired, heard('t1', 1, 1, 3, 2))
  expect(kinds(check([author, swapped]))).toContain('reordered')
  const missing = chat('d2', 'discord', paired, heard('t1', 1, 1, 3))
  expect(kinds(check([author, missing]))).toEqual(['lost'])
})

test('a file that is shown as something else is unexpected', () => {
  const shown = { ...heard('t1', 1, 1, 2), kinds: '[photo1][document2]' }
  const verdict = check([
    chat('t1', 'telegram', paired, album(1, 2)),
    chat('d2', 'discord', paired, shown),
  ])
  expect(kinds(verdict)).toEqual(['unexpected'])
})

test('an album that was doubled across a restart is one thing under way', () => {
  const twice = [heard('t1', 1, 1, 2), heard('t1', 1, 1, 2)]
  const people = [
    chat('t1', 'telegram', paired, album(1, 2)),
    chat('t2', 'telegram', paired, ...twice),
  ]
  expect(isClean(check(people, [1500], 1))).toBe(true)
  expect(kinds(check(people, [1500], 0))).toEqual(['duplicatesOnTelegram'])
})

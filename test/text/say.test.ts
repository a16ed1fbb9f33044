import { describe, expect, it } from 'vitest'
import type { TextCapability } from '../../src/core/capabilities.ts'
import { fitNotice, fitText } from '../../src/core/fit.ts'
import { limits } from '../../src/core/limits.ts'
import { locales } from '../../src/core/locale.ts'
import { measure } from '../../src/core/measure.ts'
import type { Notice } from '../../src/core/notice.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { normalize } from '../../src/core/rich-text.ts'
import { readTap } from '../../src/core/tap.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import { say } from '../../src/text/say.ts'
import { allNotices, longestContact } from './any-notice.ts'

const facts = { operatorContact: longestContact }

/** At least as much as Discord can make of a text: every ASCII sign escaped. */
const discord: TextCapability = {
  maxLength: 2000,
  escaped: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  marks: { bold: 4, italic: 4, underline: 4, strike: 4, spoiler: 4, code: 4, quote: 4, pre: 20 },
  quoteLineMark: 2,
}

const labelsUnder = (notice: Notice): readonly string[] =>
  say(notice, facts, 'en').buttons.map((row) => row.map(({ label }) => label).join(' | '))

/** So many characters are readable where so many buttons stand in a row on a phone. */
const readable = [40, 30, 20, 18]

describe.each(locales)('every notice in the language %s', (locale) => {
  const said = allNotices.map((notice) => ({ notice, ...say(notice, facts, locale) }))

  it('opens with the mark that nobody else can write, and is said in whole', () => {
    for (const { text, notice } of said) {
      expect(text.text).toMatch(new RegExp(`^${noticeMark} \\S`))
      expect(text.text.trimEnd()).toBe(text.text)
      expect(text.text, notice.kind).not.toMatch(/undefined|[{}<>]|[\ue000-\uf8ff]| {2}|\n{3}/)
      expect(normalize(text.text, text.ranges)).toEqual(text)
      expect(fitText(text, discord)[0]?.text).not.toContain(noticeMark)
    }
  })

  it('fits into one message with the longest contact, and what is kept about people into two', () => {
    for (const { text, notice } of said) {
      expect(text.ranges.every((range) => range.format.kind !== 'link')).toBe(true)
      const parts = fitNotice(text, discord)
      expect(parts.length, notice.kind).toBeLessThanOrEqual(notice.kind === 'privacy' ? 2 : 1)
      if (parts.length === 1) expect(parts).toEqual([text])
      for (const part of parts)
        expect(measure(part, discord)).toBeLessThanOrEqual(discord.maxLength)
    }
  })

  it('has only buttons that can be read, on a phone and by us', () => {
    for (const { buttons, notice } of said) {
      expect(buttons.length).toBeLessThanOrEqual(5)
      for (const row of buttons) {
        expect(row.length).toBeGreaterThan(0)
        expect(row.length).toBeLessThanOrEqual(5)
        for (const { label, data } of row) {
          const isOwn = readTap(data)?.kind === 'drop-interest'
          const most = isOwn ? 80 : (readable[row.length - 1] ?? 0)
          expect(label.length, `${notice.kind}: ${label}`).toBeLessThanOrEqual(most)
          expect(label).toMatch(/^\S(?:.*\S)?$/)
          expect(label).not.toMatch(/[\u200e\u200f\u2066-\u2069]/)
          expect(data).toMatch(/^[!-~]{1,64}$/)
          expect(readTap(data)).toBeDefined()
        }
      }
    }
  })

  it('names the partner in bold where there is one', () => {
    for (const { notice, text } of said) {
      if (!('partner' in notice)) continue
      const start = text.text.indexOf(notice.partner)
      const end = start + notice.partner.length
      const bold = text.ranges.find(
        (range) => range.format.kind === 'bold' && range.start <= start && range.end >= end,
      )
      // Bold is the name and nothing else but what holds its direction.
      const inBold = text.text.slice(bold?.start ?? 0, bold?.end ?? 0)
      expect(inBold.replace(/[\u2068\u2069]/g, ''), notice.kind).toBe(notice.partner)
    }
  })
})

describe('what is said', () => {
  it('offers the answers to its question', () => {
    expect(labelsUnder({ kind: 'welcome' })).toEqual([
      'I am 18 or over and accept the rules',
      'I am under 18',
    ])
    expect(labelsUnder({ kind: 'ask-gender' })).toEqual(['Woman | Man', 'Other | Rather not say'])
    expect(labelsUnder({ kind: 'ask-seeking' })).toEqual(['Women | Men', 'Others | Anyone'])
    expect(labelsUnder({ kind: 'settings-seeking', seeking: 'women+others' })).toEqual([
      '✓ Women | Men | ✓ Others',
      'Anyone',
      'Back',
    ])
    expect(labelsUnder({ kind: 'ask-locale' })).toEqual(['English | Español', 'Русский | العربية'])
    expect(labelsUnder({ kind: 'ask-consent', about: 'file', id: 1 })).toEqual([
      "Send it | Don't send it",
    ])
  })

  it('lets the search begin, end, and begin again by a tap', () => {
    const tapsUnder = (notice: Notice): readonly unknown[] =>
      say(notice, facts, 'en')
        .buttons.flat()
        .map(({ data }) => readTap(data))
    const partner = 'Amber Fox'
    expect(tapsUnder({ kind: 'waiting', state: freshlyWaiting })).toEqual([{ kind: 'cancel' }])
    expect(tapsUnder({ kind: 'waiting', state: { ...freshlyWaiting, canWiden: true } })).toEqual([
      { kind: 'widen' },
      { kind: 'cancel' },
    ])
    expect(tapsUnder({ kind: 'ask-still-there', waitedMs: 0 })).toEqual([
      { kind: 'keep-waiting' },
      { kind: 'cancel' },
    ])
    const [find, block] = [
      { kind: 'command', command: 'find' },
      { kind: 'block', room: 7 },
    ]
    const [up, down, again] = [
      { kind: 'rate', room: 7, isUp: true },
      { kind: 'rate', room: 7, isUp: false },
      { kind: 'again', room: 7 },
    ]
    for (const kind of ['partner-left', 'partner-gone', 'room-expired'] as const)
      expect(tapsUnder({ kind, partner, room: 7 })).toEqual([find, up, down, again, block])
    const left = { kind: 'you-left', partner, room: 7 } as const
    expect(tapsUnder({ ...left, searching: false })).toEqual([find, up, down, again, block])
    expect(tapsUnder({ ...left, searching: true })).toEqual([up, down, again, block])
    const farewell = {
      kind: 'farewell',
      partner,
      room: 7,
      searching: true,
      isRemembered: true,
    } as const
    expect(tapsUnder({ ...farewell, rated: 'up', again: false })).toEqual([again, block])
    expect(tapsUnder({ ...farewell, rated: undefined, again: true })).toEqual([up, down, block])
    expect(tapsUnder({ ...farewell, rated: 'down', again: true })).toEqual([block])
    // Later there is nobody whom a thumb could reach.
    const past = { ...farewell, isRemembered: false, rated: undefined }
    expect(tapsUnder({ ...past, again: true })).toEqual([block])
    expect(tapsUnder({ ...past, again: false })).toEqual([again, block])
    expect(tapsUnder({ kind: 'blocked', partner, searching: false })).toEqual([find])
    expect(tapsUnder({ kind: 'blocked', partner, searching: true })).toEqual([])
    expect(tapsUnder({ kind: 'confirm-next', partner, room: 7 })).toEqual([
      { kind: 'confirm-next', room: 7 },
      { kind: 'stay' },
      block,
    ])
  })

  it('blocks and forgets in red, and only after a question that one can say no to', () => {
    const buttons = (notice: Notice) =>
      say(notice, facts, 'en')
        .buttons.flat()
        .map(({ label, style, data }) => [label, style, readTap(data)])
    const partner = 'Amber Fox'
    expect(buttons({ kind: 'you-left', partner, room: 7, searching: true }).at(-1)).toEqual([
      'Block',
      'danger',
      { kind: 'block', room: 7 },
    ])
    expect(buttons({ kind: 'confirm-block', partner, room: 7 })).toEqual([
      ['Yes, block them', 'danger', { kind: 'confirm-block', room: 7 }],
      ["Don't block", 'plain', { kind: 'never-mind' }],
    ])
    expect(buttons({ kind: 'confirm-forget' })).toEqual([
      ['Yes, forget me', 'danger', { kind: 'confirm-forget' }],
      ["Don't forget me", 'plain', { kind: 'never-mind' }],
    ])
  })

  it('takes nothing in a contact or a name for markup', () => {
    const contact = '<b>{ $x }</b> \ue000 <script>'
    const help = say({ kind: 'help' }, { operatorContact: contact }, 'en').text
    expect(help.text.endsWith(contact)).toBe(true)
    expect(help.ranges).toHaveLength(1)
    expect(say({ kind: 'partner-left', partner: '</b>', room: 7 }, facts, 'en').text.text).toBe(
      '❧ </b> has left the chat.',
    )
  })

  it('tells that something was left out of what was written, and never otherwise', () => {
    const screens = (leftOut: boolean): readonly Notice[] => [
      { kind: 'settings-bio', bio: 'Two cats', leftOut },
      { kind: 'settings-interests', interests: ['two cats'], page: 0, leftOut },
    ]
    for (const locale of locales) {
      const clause = wordingIn(locale).rich('words-left-out').text
      for (const notice of screens(true))
        expect(say(notice, facts, locale).text.text.endsWith(`\n${clause}`)).toBe(true)
      for (const notice of screens(false))
        expect(say(notice, facts, locale).text.text).not.toContain(clause)
    }
  })

  it('names the kind that was refused and says that nobody has it', () => {
    expect(say({ kind: 'refused', what: 'game' }, facts, 'en').text.text).toBe(
      "❧ Games can't be sent here. Your partner has not seen yours.",
    )
  })

  it('tells the true times in /privacy', () => {
    const day = 24 * 60 * 60 * 1000
    const { text } = say({ kind: 'privacy' }, facts, 'en').text
    expect(text).toContain(`${limits.roomRemembersMs / 60_000} minutes after the chat ends`)
    expect(text).toContain(`about ${['eight'][limits.seenMs / day - 8]} days`)
    expect(text).toContain(`${limits.activityMs / day} days at most`)
    expect([limits.deliveryExpiresMs, limits.minorRemembersMs, limits.copyExpiresMs]).toEqual([
      day,
      day,
      2 * day,
    ])
  })
})

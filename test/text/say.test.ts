import { describe, expect, it } from 'vitest'
import type { TextCapability } from '../../src/core/capabilities.ts'
import { fitNotice, fitText } from '../../src/core/fit.ts'
import { limits } from '../../src/core/limits.ts'
import { measure } from '../../src/core/measure.ts'
import type { Notice } from '../../src/core/notice.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { normalize } from '../../src/core/rich-text.ts'
import { readTap } from '../../src/core/tap.ts'
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
  say(notice, facts).buttons.map((row) => row.map(({ label }) => label).join(' | '))

describe.each(allNotices.map((notice) => [JSON.stringify(notice), notice] as const))(
  'the notice %s',
  (_, notice) => {
    const { text, buttons } = say(notice, facts)

    it('opens with the mark that nobody else can write, and is said in whole', () => {
      expect(text.text).toMatch(new RegExp(`^${noticeMark} \\S`))
      expect(text.text.trimEnd()).toBe(text.text)
      expect(text.text).not.toMatch(/undefined|[{}<>]|[\ue000-\uf8ff]| {2}|\n{3}/)
      expect(normalize(text.text, text.ranges)).toEqual(text)
      expect(fitNotice(text, discord)).toEqual([text])
      expect(fitText(text, discord)[0]?.text).not.toContain(noticeMark)
    })

    it('fits into one message with the longest contact', () => {
      expect(measure(text, discord)).toBeLessThanOrEqual(discord.maxLength)
      expect(text.ranges.every((range) => range.format.kind !== 'link')).toBe(true)
    })

    it('has only buttons that can be read, on a phone and by us', () => {
      for (const { label, data } of buttons.flat()) {
        expect(label).toMatch(/^\S.{0,38}\S$/)
        expect(readTap(data)).toBeDefined()
      }
      for (const row of buttons) expect(row.length).toBeLessThanOrEqual(2)
    })

    it('names the partner in bold where there is one', () => {
      if (!('partner' in notice)) return
      const start = text.text.indexOf(notice.partner)
      expect(text.ranges).toContainEqual({
        start,
        end: start + notice.partner.length,
        format: { kind: 'bold' },
      })
    })
  },
)

describe('what is said', () => {
  it('offers the answers to its question', () => {
    expect(labelsUnder({ kind: 'welcome' })).toEqual([
      'I am 18 or over and accept the rules',
      'I am under 18',
    ])
    expect(labelsUnder({ kind: 'ask-gender' })).toEqual(['Woman | Man', 'Other | Rather not say'])
    expect(labelsUnder({ kind: 'ask-seeking' })).toEqual(['Women | Men', 'Anyone'])
    const profile = { gender: 'other', seeking: 'men' } as const
    expect(labelsUnder({ kind: 'settings', profile, mediaWish: 'spoiler' })).toEqual([
      'I am: other',
      'I look for: men',
      'Pictures, videos: hidden until tapped',
    ])
    expect(labelsUnder({ kind: 'ask-consent', about: 'file', id: 1 })).toEqual([
      "Send it | Don't send it",
    ])
  })

  it('lets the search begin, end, and begin again by a tap', () => {
    const tapsUnder = (notice: Notice): readonly unknown[] =>
      say(notice, facts)
        .buttons.flat()
        .map(({ data }) => readTap(data))
    const partner = 'Amber Fox'
    expect(tapsUnder({ kind: 'waiting' })).toEqual([{ kind: 'cancel' }])
    const [find, block] = [
      { kind: 'command', command: 'find' },
      { kind: 'block', room: 7 },
    ]
    expect(tapsUnder({ kind: 'partner-left', partner, room: 7 })).toEqual([find, block])
    expect(tapsUnder({ kind: 'partner-gone', partner, room: 7 })).toEqual([find, block])
    expect(tapsUnder({ kind: 'room-expired', partner, room: 7 })).toEqual([find, block])
    expect(tapsUnder({ kind: 'you-left', partner, room: 7, searching: false })).toEqual([
      find,
      block,
    ])
    expect(tapsUnder({ kind: 'you-left', partner, room: 7, searching: true })).toEqual([block])
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
      say(notice, facts)
        .buttons.flat()
        .map(({ label, style, data }) => [label, style, readTap(data)])
    const partner = 'Amber Fox'
    expect(buttons({ kind: 'you-left', partner, room: 7, searching: true })).toEqual([
      ['Block', 'danger', { kind: 'block', room: 7 }],
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
    const help = say({ kind: 'help' }, { operatorContact: contact }).text
    expect(help.text.endsWith(contact)).toBe(true)
    expect(help.ranges).toHaveLength(1)
    expect(say({ kind: 'partner-left', partner: '</b>', room: 7 }, facts).text.text).toBe(
      '❧ </b> has left the chat.',
    )
  })

  it('names the kind that was refused and says that nobody has it', () => {
    expect(say({ kind: 'refused', what: 'game' }, facts).text.text).toBe(
      "❧ Games can't be sent here. Your partner has not seen yours.",
    )
  })

  it('tells the true times in /privacy', () => {
    const day = 24 * 60 * 60 * 1000
    const { text } = say({ kind: 'privacy' }, facts).text
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

import { readFileSync } from 'node:fs'
import { FluentBundle } from '@fluent/bundle'
import { parse } from '@fluent/syntax'
import { describe, expect, it, vi } from 'vitest'
import { locales } from '../../src/core/locale.ts'
import { promptKinds } from '../../src/core/settings.ts'
import { readCatalogue } from '../../src/text/catalogue.ts'
import { allNotices } from './any-notice.ts'

describe.each(locales)('the catalogue of the language %s', (locale) => {
  const source = readFileSync(new URL(`../../src/text/${locale}.ftl`, import.meta.url), 'utf8')
  const { body } = parse(source, {})
  const ids = body.flatMap((entry) => (entry.type === 'Message' ? [entry.id.name] : []))

  it('holds messages and comments and nothing that does not read', () => {
    expect(new Set(body.map(({ type }) => type))).not.toContain('Junk')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is said in whole: no message is unused and none is missing', async () => {
    const asked = vi.spyOn(FluentBundle.prototype, 'getMessage')
    vi.resetModules()
    const { say } = await import('../../src/text/say.ts')
    const { promptFor } = await import('../../src/text/prompts.ts')
    await import('../../src/text/command-descriptions.ts')
    for (const notice of allNotices) say(notice, { operatorContact: 'us' }, locale)
    for (const what of promptKinds) promptFor(what, locale)
    const used = new Set(asked.mock.calls.map(([id]) => id))
    asked.mockRestore()
    const topics = [...used].filter((id) => id.startsWith('topic-'))
    expect([...used].filter((id) => !topics.includes(id)).toSorted()).toEqual(ids.toSorted())
  })
})

describe('a catalogue', () => {
  it('gives text with its markup as ranges and its values as they are', () => {
    const { rich, plain } = readCatalogue(
      'en',
      'bye = <i>Bye</i>\nhello = <b>Hello, <i>{ $name }</i></b>!',
    )
    expect(rich('hello', { name: '<i>' })).toEqual({
      text: 'Hello, <i>!',
      ranges: [
        { start: 0, end: 10, format: { kind: 'bold' } },
        { start: 7, end: 10, format: { kind: 'italic' } },
      ],
    })
    expect(rich('hello', { name: '{ $name }' }).text).toBe('Hello, { $name }!')
    expect(plain('bye')).toBe('Bye')
  })

  it.each(['a = {', 'a', 'a = A\nb = { $', 'a = A\na = B', '-= A', 'A b = c'])(
    'does not load from %j',
    (bad) => {
      expect(() => readCatalogue('en', bad)).toThrow(/does not read/)
    },
  )

  it('never says half a sentence: unknown ids, missing values and broken markup throw', () => {
    const { rich } = readCatalogue(
      'en',
      'a = A { $b }\nb = <u>B</u>\nc = <b>C\nd = D</b>\ne = <b><i>E</b></i>',
    )
    expect(() => rich('x')).toThrow('lacks "x"')
    expect(() => rich('a')).toThrow('$b')
    for (const id of ['b', 'c', 'd', 'e']) expect(() => rich(id)).toThrow(/[Mm]arkup/)
  })
})

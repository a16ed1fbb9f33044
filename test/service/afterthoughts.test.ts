import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ref } from '../../src/core/address.ts'
import type { Action } from '../../src/core/action.ts'
import { plain } from '../../src/core/rich-text.ts'
import { command, createService, deleted, edited, reacted, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

type Service = Awaited<ReturnType<typeof createService>>

const asked = ({ adapter }: Service, id: string): readonly Action[] =>
  adapter.attempts.filter(({ to }) => to === id).map(({ action }) => action)
const refOf = (action: Action | undefined): unknown =>
  action && 'ref' in action ? action.ref : undefined

/** Says it, and returns when its sending is under way; what is returned lets it end. */
async function underWay(service: Service, words: string): Promise<() => void> {
  const release = service.adapter.hold('dan')
  const before = service.adapter.attempts.length
  await service.inbox.receive([text('tia', words)])
  await until(() => service.adapter.attempts.length > before, 'it is being sent')
  return release
}

const long = 'word '.repeat(1200).trim()

/** The second part of the long text is under way. */
async function secondUnderWay(service: Service): Promise<() => void> {
  const before = service.adapter.attempts.length
  const releaseFirst = await underWay(service, long)
  releaseFirst()
  const release = service.adapter.hold('dan')
  await until(() => service.adapter.attempts.length === before + 2, 'the second part is being sent')
  return release
}

test.each([
  ['a deletion', 'delete', deleted('tia', 'secret')],
  ['an edit', 'edit', edited('tia', 'secret', plain('fine'))],
] as const)(
  '%s accepted before the end of the room is carried out (3.2)',
  async (_, kind, event) => {
    const service = await createService()
    await service.meet('tia', 'dan')
    const release = await underWay(service, 'secret')
    await service.inbox.receive([{ ...event, seenKey: undefined }])
    await service.inbox.receive([command('tia', 'stop')])
    release()
    await service.rest()
    expect(
      asked(service, 'dan')
        .slice(-3)
        .map((action) => action.kind),
    ).toEqual(['send', kind, 'send'])
  },
)

test('to take away a part that never arrived leaves the others (3.7)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = await secondUnderWay(service)
  await service.inbox.receive([edited('tia', long, plain('short'))])
  service.adapter.fail('dan', { kind: 'rejected' })
  release()
  await service.rest()
  expect(asked(service, 'dan').some(({ kind }) => kind === 'delete')).toBe(false)
})

test('an edit of a part that never arrived does not overwrite another (3.7)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = await secondUnderWay(service)
  await service.inbox.receive([edited('tia', long, plain(`${long.slice(0, -4)}sent`))])
  service.adapter.fail('dan', { kind: 'rejected' })
  release()
  await service.rest()
  const edits = asked(service, 'dan').filter(({ kind }) => kind === 'edit')
  expect(new Set(edits.map(refOf)).size).toBe(edits.length)
})

test('a part that was taken away comes back as a new message (3.7)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = await secondUnderWay(service)
  await service.inbox.receive([edited('tia', long, plain('short'))])
  release()
  await service.rest()
  const gone = refOf(asked(service, 'dan').findLast(({ kind }) => kind === 'delete'))
  expect(gone).toBeDefined()
  await service.hear(edited('tia', long, plain(long)))
  expect(asked(service, 'dan').slice(-2).map(refOf)).not.toContain(gone)
})

test('a part that goes, comes again and is taken back leaves nothing behind (3.8)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  await service.hear(text('tia', long))
  const arrived = asked(service, 'dan').length
  service.adapter.fail('dan', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 60_000 })
  await service.hear(text('tia', 'meanwhile'))
  await service.hear(edited('tia', long, plain('short')))
  await service.hear(edited('tia', long, plain(long)))
  await service.hear(deleted('tia', long))
  service.clock.advance(60_000)
  await service.rest()
  const since = asked(service, 'dan').slice(arrived)
  expect(since.filter(({ kind }) => kind === 'delete')).toHaveLength(2)
})

test('what is taken back while it certainly has not arrived is never sent (3.8)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'not-sent' })
  await service.hear(text('tia', 'hush'))
  await service.hear(deleted('tia', 'hush'))
  service.clock.advance(60_000)
  await service.rest()
  expect(service.adapter.arrived('dan')).not.toContain('hush')
})

test('an edit that is refused for its form is said plainly', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  await service.hear(text('tia', 'one'))
  service.adapter.fail('dan', { kind: 'rejected' })
  const bold = { text: 'two', ranges: [{ start: 0, end: 3, format: { kind: 'bold' } }] } as const
  await service.hear(edited('tia', 'one', bold))
  expect(service.adapter.arrived('dan')).toContain('two')
})

test('an emoji that is said as a reply is doubled no more than any word of a partner', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  await service.hear(text('dan', 'hi'))
  service.adapter.fail('tia', ...Array.from({ length: 8 }, () => ({ kind: 'unknown' as const })))
  await service.hear(reacted('dan', 'hi', ['🧿']))
  for (let round = 0; round < 20; round += 1) {
    service.clock.advance(600_000)
    await service.rest()
  }
  const said = asked(service, 'tia').filter(
    (action) => action.kind === 'send' && action.text.text === '🧿',
  )
  expect(said.length).toBe(2)
})

test('an emoji that is said as a reply does not count as being told of the room (3.6)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  await service.hear(text('dan', 'hi'))
  service.clock.advance(60_000)
  const at = service.clock.now()
  service.clock.advance(60_000)
  await service.hear(reacted('dan', 'hi', ['🧿']))
  await service.hear(text('tia', 'answer', { ref: ref('tia/a notice of this room'), at }))
  expect(service.adapter.arrived('dan')).toContain('answer')
})

test('nothing in the database shows who says the same, and no reaction outlives its message', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  await service.meet('tia', 'dan')
  await service.meet('eve', 'bob')
  await service.hear(text('tia', 'yes'), text('eve', 'yes'))
  await service.hear(reacted('tia', 'yes', ['👍']), reacted('eve', 'yes', ['👍']))
  const reader = new Sqlite(path.join(folder, 'data', 'test.db'), { readonly: true })
  const all = (sql: string): readonly unknown[] => reader.prepare(sql).pluck().all()
  const words = all('SELECT hex(words) FROM copy WHERE words IS NOT NULL')
  expect(words).toHaveLength(2)
  expect(new Set(words).size).toBe(2)
  expect(all('SELECT count(*) FROM reaction')).toEqual([2])
  await service.hear(reacted('eve', 'yes', []), deleted('tia', 'yes'))
  expect(all('SELECT count(*) FROM reaction')).toEqual([0])
  reader.close()
})

import { describe, expect, it } from 'vitest'
import { needsConsent } from '../../src/core/consent.ts'
import type { Content, Sayable } from '../../src/core/content.ts'
import { decide } from '../../src/core/decide.ts'
import { address, ref } from '../../src/core/address.ts'
import type { Inbound, InboundEvent } from '../../src/core/inbound.ts'
import { mediaKinds, type Media } from '../../src/core/media.ts'
import type { Gathering } from '../../src/core/gathering.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { HeldBack, Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { media, paper } from '../support/media.ts'
import { idleSituation, someSeat } from '../support/situations.ts'

const said = (files: readonly Media[], album?: string): Sayable => ({
  kind: 'media',
  files,
  caption: plain(''),
  album,
})

describe('before it goes its sender is asked', () => {
  it.each(['application/pdf', 'application/zip', 'text/html', 'image/svg+xml', undefined])(
    'about a document of type %s',
    (type) => {
      const file = media('x', { kind: 'document', type })
      expect(needsConsent(said([{ ...file, file: { ...file.file, type } }]))).toBe('file')
    },
  )

  it.each(['image/png', 'audio/mpeg', 'video/mp4', 'text/plain', 'text/plain; charset=utf-8'])(
    'nothing about a document of type %s',
    (type) => {
      expect(needsConsent(said([media('x', { kind: 'document', type })]))).toBeUndefined()
    },
  )

  it('nothing about anything that is shown or played', () => {
    for (const kind of mediaKinds.filter((each) => each !== 'document'))
      expect(needsConsent(said([media('x', { kind, type: 'application/pdf' })]))).toBeUndefined()
  })

  it('about a paper among pictures, and about a place', () => {
    expect(needsConsent(said([media('a'), paper('b')]))).toBe('file')
    const place = { latitude: 0, longitude: 0, venue: undefined }
    expect(needsConsent({ kind: 'place', place })).toBe('place')
    expect(needsConsent({ kind: 'text', text: plain('x') })).toBeUndefined()
  })
})

const seat = someSeat
const album = (author: number, name: string): Gathering => ({
  author,
  to: 3 - author,
  message: author * 10,
  album: name,
  replyTo: undefined,
  items: [{ number: 1, media: media('a'), caption: plain('') }],
})
const held: HeldBack = {
  id: 7,
  content: said([paper('p')]),
  original: ref('p'),
  replyTo: undefined,
}

function situation(gathering: readonly Gathering[], more: Partial<Situation> = {}): Situation {
  return {
    ...idleSituation,
    now: 1000,
    room: {
      id: 5,
      openedAt: 0,
      toldAt: 0,
      topics: 0,
      mine: { ...seat, user: 1 },
      partner: { ...seat, user: 2 },
      gathering,
    },
    newId: 9,
    ...more,
  }
}

const heard = (event: InboundEvent): Inbound => ({
  sender: { platform: 'telegram', id: 'tia', address: address('tia') },
  seenKey: undefined,
  position: undefined,
  event,
})
const message = (content: Content): Inbound =>
  heard({ kind: 'message', ref: ref('m'), content, replyTo: undefined })
const kinds = (of: Situation, inbound: Inbound): readonly string[] =>
  decide(of, inbound).map(({ kind }) => kind)

describe('an album', () => {
  const both = [album(1, 'one'), album(2, 'theirs')]

  it('grows by its own items', () => {
    expect(kinds(situation(both), message(said([media('b')], 'one')))).toEqual(['gather'])
  })

  it('is whole when its author says something else, the partner’s is not', () => {
    const changes = decide(situation(both), message({ kind: 'text', text: plain('x') }))
    expect(changes.map(({ kind }) => kind)).toEqual(['relay-album', 'relay'])
    expect(changes[0]).toMatchObject({ gathering: { author: 1 } })
  })

  it('is whole at the end of the room, whoever ends it, and before the end is told', () => {
    const stop = heard({ kind: 'command', command: 'stop', replyTo: undefined })
    const order = ['relay-album', 'relay-album', 'close-room', 'tell', 'tell']
    expect(kinds(situation(both), stop)).toEqual(order)
  })

  it('is not touched by what does not speak', () => {
    expect(kinds(situation(both), heard({ kind: 'typing' }))).toEqual(['show-typing'])
    expect(
      kinds(situation(both), heard({ kind: 'deleted', refs: [ref('somewhere else')] })),
    ).toEqual([])
  })
})

describe('what is held back', () => {
  const yes = heard({
    kind: 'tap',
    data: writeTap({ kind: 'consent', id: 7, isGiven: true }),
    on: undefined,
  })

  it('waits under a new number', () => {
    const changes = decide(situation([]), message(said([paper('p')])))
    expect(changes[0]).toMatchObject({ kind: 'hold-back', id: 9, room: 5 })
    expect(changes[1]).toMatchObject({ notice: { kind: 'ask-consent', about: 'file', id: 9 } })
  })

  it('is let go and relayed by a yes, and by nothing where nothing waits', () => {
    expect(decide(situation([], { heldBack: held }), yes)).toMatchObject([
      { kind: 'let-go', id: 7 },
      { kind: 'relay', mayNameSender: true, to: 2 },
      { kind: 'tell', notice: { kind: 'consent-given' } },
    ])
    expect(decide(situation([]), yes)).toMatchObject([{ notice: { kind: 'old-button' } }])
    expect(decide(situation([], { room: undefined, heldBack: held }), yes)).toMatchObject([
      { notice: { kind: 'old-button' } },
    ])
  })

  it('reads as it was edited, under the same number, and goes with its message', () => {
    const content: Content = { kind: 'text', text: plain('new') }
    const edit = heard({ kind: 'edited', ref: ref('p'), content })
    expect(decide(situation([], { held: [held] }), edit)).toMatchObject([
      { kind: 'hold-back', id: 7, room: 5, content },
    ])
    const gone = heard({ kind: 'deleted', refs: [ref('p')] })
    expect(kinds(situation([], { held: [held] }), gone)).toEqual(['let-go'])
  })
})

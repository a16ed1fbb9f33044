import { onTestFinished } from 'vitest'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { address, ref, type Ref } from '../../src/core/address.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import type { Command } from '../../src/core/command.ts'
import type { Inbound, InboundEvent, ReplyTarget } from '../../src/core/inbound.ts'
import type { Platform } from '../../src/core/platform.ts'
import { plain, type RichText } from '../../src/core/rich-text.ts'
import type { Tap } from '../../src/core/notice.ts'
import { writeTap } from '../../src/core/tap.ts'
import { silentLog } from '../../src/log.ts'
import { createAlbums } from '../../src/service/albums.ts'
import { createComposer, failureNotice } from '../../src/service/compose.ts'
import { createDelivery } from '../../src/service/delivery.ts'
import { createInbox } from '../../src/service/inbox.ts'
import { createMatchmaker } from '../../src/service/matchmaker.ts'
import { createWaitingRoom } from '../../src/service/waiting-room.ts'
import type { AttendBudget } from '../../src/store/store.ts'
import type { Effects } from '../../src/store/write.ts'
import { createFakeMedia } from './fake-media.ts'
import { createFakeAdapter, type FakeAdapter } from './fake-adapter.ts'
import type { FakeChats } from './fake-chats.ts'
import { createManualClock } from './manual-clock.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

let events = 0
const drawn = new Map<string, number>()

/** Counts up, also for another service on the same database. */
function draw(folder: string): number {
  const next = (drawn.get(folder) ?? 0) + 1
  drawn.set(folder, next)
  return next
}

/** One thing that somebody does, as an adapter tells it. */
export function inbound(id: string, event: InboundEvent, platform: Platform = 'telegram'): Inbound {
  events += 1
  return {
    sender: { platform, id, address: address(id) },
    seenKey: `event ${events}`,
    position: undefined,
    event,
  }
}

export const text = (
  id: string,
  words: string,
  replyTo?: ReplyTarget,
  platform?: Platform,
): Inbound =>
  inbound(
    id,
    {
      kind: 'message',
      ref: ref(`${id}/${words}`),
      content: { kind: 'text', text: plain(words) },
      replyTo,
    },
    platform,
  )

export const command = (id: string, what: Command, platform?: Platform): Inbound =>
  inbound(id, { kind: 'command', command: what, replyTo: undefined }, platform)

export const tap = (id: string, what: Tap, platform?: Platform, on?: Ref): Inbound =>
  inbound(id, { kind: 'tap', data: writeTap(what), on }, platform)

export const edited = (id: string, was: string, now: RichText): Inbound =>
  inbound(id, {
    kind: 'edited',
    ref: ref(`${id}/${was}`),
    content: { kind: 'text', text: now },
  })

export const deleted = (id: string, was: string): Inbound =>
  inbound(id, { kind: 'deleted', refs: [ref(`${id}/${was}`)] })

export const reacted = (id: string, to: string, emoji: readonly string[]): Inbound =>
  inbound(id, { kind: 'reacted', ref: ref(`${id}/${to}`), reaction: { kind: 'set', emoji } })

/** All three questions, answered. */
export const answers = (id: string, platform?: Platform): readonly Inbound[] => [
  tap(id, { kind: 'age', adult: true }, platform),
  tap(id, { kind: 'gender', gender: 'unsaid' }, platform),
  tap(id, { kind: 'seeking', seeking: 'anyone' }, platform),
]

interface ServiceOptions {
  /** What the second platform can carry: the same as the first where nothing is said. */
  readonly ofDiscord?: Capabilities
  /** What people see outlives the process that showed it. */
  readonly telegramChats?: FakeChats
  readonly discordChats?: FakeChats
  /** What may be told of waiting in a second. */
  readonly perSecond?: AttendBudget
}

/** The services on a real store with a platform that does as it is told. */
export async function createService(
  afterUnknown?: Capabilities['afterUnknown'],
  folder = temporaryFolder(),
  clock = createManualClock(),
  prepare: (adapter: FakeAdapter) => void = () => {},
  { ofDiscord = telegramCapabilities, telegramChats, discordChats, perSecond }: ServiceOptions = {},
) {
  const adapter: FakeAdapter = createFakeAdapter('telegram', afterUnknown, {
    chats: telegramChats,
  })
  prepare(adapter)
  const discord: FakeAdapter = createFakeAdapter(
    'discord',
    afterUnknown ?? ofDiscord.afterUnknown,
    {
      capabilities: ofDiscord,
      chats: discordChats,
    },
  )
  const composer = createComposer({
    operatorContact: 'hello@passerby.example',
    capabilities: { telegram: telegramCapabilities, discord: ofDiscord },
  })
  const store = await openStore(folder, {
    clock,
    tellFailure: (platform, why) => composer.notice(platform, failureNotice(why)),
    endWaiting: (listener, place, how) => composer.notice(listener, { kind: how }, place),
  })
  const halted: string[] = []
  const media = createFakeMedia()
  const committed = (effects: Effects): void => {
    delivery.wake(effects.lanes)
    albums.committed(effects)
    if (effects.pairingDue) {
      matchmaker.wake()
      waitingRoom.wake()
    }
  }
  const shared = { store, composer, clock, log: silentLog, committed }
  const delivery = createDelivery({
    ...shared,
    media,
    adapters: new Map([
      ['telegram', adapter],
      ['discord', discord],
    ]),
    jitter: () => 0,
    halted: (platform) => halted.push(platform),
  })
  const matchmaker = createMatchmaker({ ...shared, random: (below) => draw(folder) % below })
  const waitingRoom = createWaitingRoom({ ...shared, ...(perSecond && { perSecond }) })
  const albums = createAlbums(shared)
  const inbox = createInbox(shared)
  const rest = async (): Promise<void> =>
    until(
      () =>
        inbox.busy === 0 && !matchmaker.busy && !waitingRoom.busy && !albums.busy && !delivery.busy,
      'the services rest',
    )
  let isStopped = false
  const stop = async (): Promise<void> => {
    if (isStopped) return
    isStopped = true
    await albums[Symbol.asyncDispose]()
    await waitingRoom[Symbol.asyncDispose]()
    await matchmaker[Symbol.asyncDispose]()
    await delivery[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
  }
  onTestFinished(stop)

  return {
    clock,
    adapter,
    discord,
    media,
    composer,
    committed,
    stop,
    store,
    inbox,
    delivery,
    halted,
    rest,
    /** Takes it in and rests, unless a request is held. */
    async hear(...batch: readonly Inbound[]): Promise<void> {
      await inbox.receive(batch)
      await rest()
    },
    /** Two who have answered everything, in one room. */
    async meet(a: string, b: string, platform?: Platform): Promise<void> {
      for (const id of [a, b]) await inbox.receive(answers(id, platform))
      await rest()
    },
  }
}

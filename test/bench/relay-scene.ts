// Rooms of a Telegram and a Discord user each, made by the real store, and what is said in them.

import { randomInt } from 'node:crypto'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { address, ref } from '../../src/core/address.ts'
import type { Inbound, Sender } from '../../src/core/inbound.ts'
import { silentPairing } from '../support/pairing-plan.ts'
import { choosePartner } from '../../src/core/matchmaking.ts'
import type { Platform } from '../../src/core/platform.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { UserId } from '../../src/core/room.ts'
import { type Keyring, openKeyring } from '../../src/keyring.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import type { Store } from '../../src/store/store.ts'
import { saying } from './sayings.ts'

export interface Speaker {
  readonly sender: Sender
  readonly user: UserId
  readonly partner: UserId
  readonly partnerPlatform: Platform
  readonly room: number
}

export interface Scene {
  readonly speakers: readonly Speaker[]
  readonly keyring: Keyring
  /** A database with the rooms and nothing said yet, of its own for each run. */
  fresh(name: string): string
}

export interface Spoken {
  readonly inbound: Inbound
  readonly text: string
  readonly speaker: Speaker
}

export async function openRelayStore(databasePath: string, keyring: Keyring): Promise<Store> {
  return openSqliteStore({
    path: databasePath,
    keyring,
    clock: systemClock,
    randomId: () => randomInt(2 ** 48 - 1),
    bots: [],
    tellFailure: () => [],
    endWaiting: () => [],
  })
}

export async function buildScene(folder: string, rooms: number): Promise<Scene> {
  const template = path.join(folder, 'template', 'passerby.db')
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: path.join(folder, 'keys', 'content.json'),
    belongsToDatabase: false,
  })
  const speakers: Speaker[] = []
  await using store = await openRelayStore(template, keyring)
  for (let number = 0; number < rooms; number += 1) {
    const senders = [senderOf('telegram', number), senderOf('discord', number)] as const
    for (const sender of senders) await enterLine(store, sender)
    const [one, other] = senders
    await pairLatest(store, (room, users) => {
      const [first, second] = users
      speakers.push(
        { sender: one, user: first, partner: second, partnerPlatform: other.platform, room },
        { sender: other, user: second, partner: first, partnerPlatform: one.platform, room },
      )
    })
  }
  return {
    speakers,
    keyring,
    fresh(name) {
      const copy = path.join(folder, name, 'passerby.db')
      cpSync(template, copy)
      return copy
    },
  }
}

/** Messages of random people; each is heard once, whatever was said before. */
export function conversation(scene: Scene, count: number): readonly Spoken[] {
  return Array.from({ length: count }, (_, number) => {
    const speaker = scene.speakers[randomInt(scene.speakers.length)]
    if (!speaker) throw new Error('A scene without people')
    const { sender } = speaker
    const text = saying(number)
    const inbound: Inbound = {
      sender,
      seenKey: `${sender.platform}:said:${number}`,
      position: sender.platform === 'discord' ? String(number) : undefined,
      event: {
        kind: 'message',
        ref: ref(`${sender.address}/said/${number}`),
        content: { kind: 'text', text: plain(text) },
        replyTo: undefined,
      },
    }
    return { inbound, text, speaker }
  })
}

function senderOf(platform: Platform, number: number): Sender {
  const id = String(1_000_000_000 + number)
  return { platform, id, address: address(id) }
}

async function enterLine(store: Store, sender: Sender): Promise<void> {
  const inbound: Inbound = {
    sender,
    seenKey: undefined,
    position: undefined,
    event: { kind: 'command', command: 'find', replyTo: undefined },
  }
  await store.takeIn(inbound, () => [
    { kind: 'create-user' },
    { kind: 'accept-rules' },
    { kind: 'set-profile', profile: { gender: 'unsaid', seeking: 'anyone' } },
    { kind: 'open-ticket' },
  ])
}

/** The two who wait, in the order in which they came. */
async function pairLatest(
  store: Store,
  paired: (room: number, users: readonly [UserId, UserId]) => void,
): Promise<void> {
  const now = systemClock.now()
  const room = randomInt(2 ** 48 - 1)
  const users: UserId[] = []
  await store.pairDue(
    silentPairing(now, () => room, {
      most: 2,
      choose(ticket, candidates, scarce, at) {
        const partner = choosePartner(ticket, candidates, scarce, at)
        if (partner) users.push(ticket.user, partner.ticket.user)
        return partner
      },
    }),
  )
  const [one, other] = users.toSorted((a, b) => a - b)
  if (one === undefined || other === undefined) throw new Error('Two who wait were not paired')
  paired(room, [one, other])
}

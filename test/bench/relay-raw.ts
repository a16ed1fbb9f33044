// The least that relaying can cost on the same schema: the same rows written, sealed and hashed as often, in as many commits.

import { randomInt } from 'node:crypto'
import type { Keyring } from '../../src/keyring.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { commitCount } from './commit-counter.ts'
import { rawStatements } from './raw-statements.ts'
import type { Scene, Spoken } from './relay-scene.ts'

/** For each message, as measured in a run of the product. */
export interface Share {
  readonly commits: number
  readonly hashes: number
  readonly seals: number
}

export interface RawRun {
  readonly durationMs: number
  readonly commits: number
}

/** What a message goes through, each in a transaction of its own: accepted, begun, delivered. */
const stages = 3

export function relayRaw(
  scene: Scene,
  databasePath: string,
  said: readonly Spoken[],
  share: Share,
): RawRun {
  const { keyring } = scene
  const sqlite = openDatabase(databasePath)
  try {
    const run = rawStatements(sqlite)
    const spend = spender(keyring, share)
    const groupSize = Math.max(1, Math.round(stages / share.commits))
    const now = Date.now()
    const hour = Math.floor(now / 3_600_000)
    const minute = Math.floor(now / 60_000)

    const accept = ({ inbound, text, speaker }: Spoken): { row: number; message: number } => {
      const { platform } = speaker.sender
      const place = `${speaker.sender.address}/said/${text.length}/${randomInt(2 ** 40)}`
      run.see(keyring.hash('seen', inbound.seenKey ?? ''), hour)
      const message = randomInt(2 ** 48 - 1)
      const action = JSON.stringify({ kind: 'send', text: { text, ranges: [] }, buttons: [] })
      const body = keyring.sealContent(action, now).bytes
      const row = run.enqueue({ ...speaker, message, key: String(message), hour, body, now })
      const hash = keyring.hash('ref', place)
      run.copy({ hash, message, holder: speaker.user, ...speaker, ref: keyring.seal(place), now })
      run.word(now - (now % 60_000), speaker.room)
      run.count(minute, `message-${platform}`)
      const { position } = inbound
      if (position !== undefined) run.position(keyring.seal(position), speaker.user)
      spend(2, position === undefined ? 2 : 3)
      return { row, message }
    }
    const deliver = ({ speaker }: Spoken, row: number, message: number): void => {
      run.remove(row)
      const place = `${speaker.partner}/posted/${message}`
      const hash = keyring.hash('ref', place)
      run.copy({
        hash,
        message,
        holder: speaker.partner,
        ...speaker,
        ref: keyring.seal(place),
        now,
      })
      spend(1, 1)
    }

    const commitsBefore = commitCount(databasePath)
    const startedAt = performance.now()
    for (let at = 0; at < said.length; at += groupSize) {
      const group = said.slice(at, at + groupSize)
      run.begin()
      const accepted = group.map((spoken) => ({ spoken, ...accept(spoken) }))
      run.commit()
      run.begin()
      for (const { row } of accepted) run.start(now, row)
      run.commit()
      run.begin()
      for (const { spoken, row, message } of accepted) deliver(spoken, row, message)
      run.commit()
    }
    const durationMs = performance.now() - startedAt
    return { durationMs, commits: commitCount(databasePath) - commitsBefore }
  } finally {
    sqlite.close()
  }
}

/** Does what is left of a message's share of hashes and seals, once both of its stages have said what they did themselves. */
function spender(keyring: Keyring, share: Share): (hashes: number, seals: number) => void {
  let hashesOwed = 0
  let sealsOwed = 0
  return (hashes, seals) => {
    // Two calls for each message.
    hashesOwed += share.hashes / 2 - hashes
    sealsOwed += share.seals / 2 - seals
    for (; hashesOwed >= 1; hashesOwed -= 1) keyring.hash('identity', 'telegram 1000000000')
    for (; sealsOwed >= 1; sealsOwed -= 1) keyring.seal('1000000000')
  }
}

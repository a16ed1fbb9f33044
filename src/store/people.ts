import { address, type Address } from '../core/address.ts'
import type { Sender } from '../core/inbound.ts'
import { fallbackLocale, type Locale } from '../core/locale.ts'
import type { Platform } from '../core/platform.ts'
import type { Profile } from '../core/profile.ts'
import type { UserId } from '../core/room.ts'
import type { Settings } from '../core/settings.ts'
import type { User } from '../core/situation.ts'
import type { Thumbs } from '../core/standing.ts'
import type { Database } from './database.ts'
import { asSettings, settingsColumns } from './settings-row.ts'
import { must } from '../lib/must.ts'

/** Empty lanes without a user are few; should they be many, the next minute goes on with them. */
const lanesAtOnce = 1000
const minuteMs = 60_000
const dayMs = 86_400_000

const userColumns = [
  'id',
  'platform',
  'accepted',
  'gender',
  'seeking',
  'locale',
  ...settingsColumns,
] as const

export type People = ReturnType<typeof createPeople>

/** Users, their lanes, and who said to be under age. A lane outlives its user until what waits in it is delivered. */
export function createPeople({ query, prepare, keyring }: Database) {
  const identityOf = ({ platform, id }: Sender): Buffer =>
    keyring.hash('identity', `${platform} ${id}`)

  const findUser = prepare((a: { identity: Buffer }) =>
    query.selectFrom('user').select(userColumns).where('identity', '=', a.identity).compile(),
  )
  const getUser = prepare((a: { id: number }) =>
    query.selectFrom('user').select(userColumns).where('id', '=', a.id).compile(),
  )
  const findMinor = prepare((a: { identity: Buffer; now: number }) =>
    query
      .selectFrom('minor')
      .select('lane_id')
      .where('identity', '=', a.identity)
      .where('until', '>', a.now)
      .compile(),
  )
  const addMinor = prepare((a: { identity: Buffer; until: number; lane: number | null }) =>
    query
      .insertInto('minor')
      .values({ identity: a.identity, until: a.until, lane_id: a.lane })
      .onConflict((clash) => clash.doUpdateSet({ until: a.until }))
      .compile(),
  )
  const setMinorLane = prepare((a: { identity: Buffer; lane: number }) =>
    query
      .updateTable('minor')
      .set({ lane_id: a.lane })
      .where('identity', '=', a.identity)
      .compile(),
  )
  const forgetMinors = prepare((a: { now: number }) =>
    query.deleteFrom('minor').where('until', '<=', a.now).compile(),
  )
  const addLane = prepare((a: { platform: Platform; address: Buffer }) =>
    query.insertInto('lane').values({ platform: a.platform, address: a.address }).compile(),
  )
  const getLane = prepare((a: { id: number }) =>
    query.selectFrom('lane').select(['platform', 'address']).where('id', '=', a.id).compile(),
  )
  const moveLane = prepare((a: { id: number; address: Buffer }) =>
    query.updateTable('lane').set({ address: a.address }).where('id', '=', a.id).compile(),
  )
  const forgetLanes = prepare((_: object) =>
    query
      .deleteFrom('lane')
      .where('id', 'in', (lanes) =>
        lanes
          .selectFrom('lane')
          .select('lane.id')
          .where('lane.orphan', '=', 1)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox').select('outbox.id').whereRef('outbox.lane_id', '=', 'lane.id'),
              ),
            ),
          )
          .limit(lanesAtOnce),
      )
      .compile(),
  )
  const setOrphan = prepare((a: { id: number; orphan: number; identity: Buffer | null }) =>
    query
      .updateTable('lane')
      .set({ orphan: a.orphan, identity: a.identity })
      .where('id', '=', a.id)
      .compile(),
  )
  const findLane = prepare((a: { identity: Buffer }) =>
    query.selectFrom('lane').select('id').where('identity', '=', a.identity).compile(),
  )
  const identityOfUser = prepare((a: { id: number }) =>
    query.selectFrom('user').select('identity').where('id', '=', a.id).compile(),
  )
  const addUser = prepare(
    (a: { id: number; identity: Buffer; platform: Platform; created_on: number }) =>
      query
        .insertInto('user')
        .values({
          id: a.id,
          identity: a.identity,
          platform: a.platform,
          created_on: a.created_on,
        })
        .compile(),
  )
  const acceptRules = prepare((a: { id: number }) =>
    query.updateTable('user').set({ accepted: 1 }).where('id', '=', a.id).compile(),
  )
  const setProfile = prepare(
    (a: { id: number; gender: Profile['gender'] | null; seeking: Profile['seeking'] | null }) =>
      query
        .updateTable('user')
        .set({ gender: a.gender ?? null, seeking: a.seeking ?? null })
        .where('id', '=', a.id)
        .compile(),
  )
  const setSettings = prepare(
    (a: {
      id: number
      media: Settings['mediaWish']
      platform: Settings['platformWish']
      protects: number
      reactions: number
      typing: number
    }) =>
      query
        .updateTable('user')
        .set({
          media_wish: a.media,
          platform_wish: a.platform,
          protects: a.protects,
          mutes_reactions: a.reactions,
          mutes_typing: a.typing,
        })
        .where('id', '=', a.id)
        .compile(),
  )
  const setLocale = prepare((a: { id: number; locale: Locale }) =>
    query.updateTable('user').set({ locale: a.locale }).where('id', '=', a.id).compile(),
  )
  /** What their app is set to counts as long as they have chosen nothing. */
  const adoptLocale = prepare((a: { id: number; locale: Locale }) =>
    query
      .updateTable('user')
      .set({ locale: a.locale })
      .where('id', '=', a.id)
      .where('locale', 'is', null)
      .compile(),
  )
  const hasLocale = prepare((a: { id: number }) =>
    query
      .selectFrom('user')
      .select('id')
      .where('id', '=', a.id)
      .where('locale', 'is not', null)
      .compile(),
  )
  const thumbs = prepare((a: { id: number }) =>
    query.selectFrom('user').select(['ups', 'downs']).where('id', '=', a.id).compile(),
  )
  const addThumb = prepare((a: { id: number; ups: number; downs: number }) =>
    query
      .updateTable('user')
      .set(({ eb }) => ({ ups: eb('ups', '+', a.ups), downs: eb('downs', '+', a.downs) }))
      .where('id', '=', a.id)
      .compile(),
  )
  const setPosition = prepare((a: { id: number; position: Buffer }) =>
    query.updateTable('user').set({ position: a.position }).where('id', '=', a.id).compile(),
  )
  const deleteUser = prepare((a: { id: number }) =>
    query.deleteFrom('user').where('id', '=', a.id).compile(),
  )
  const noteFailure = prepare((a: { id: number; now: number; before: number }) =>
    query
      .updateTable('user')
      .set({ failure_noticed_at: a.now })
      .where('id', '=', a.id)
      .where('failure_noticed_at', '<=', a.before)
      .compile(),
  )

  const asUser = (row: ReturnType<typeof findUser.get>): User | undefined =>
    row && {
      id: row.id,
      platform: row.platform,
      accepted: row.accepted === 1,
      profile: { gender: row.gender ?? undefined, seeking: row.seeking ?? undefined },
      locale: row.locale ?? fallbackLocale,
      settings: asSettings(row),
    }

  return {
    find: (sender: Sender): User | undefined =>
      asUser(findUser.get({ identity: identityOf(sender) })),
    get: (id: UserId): User | undefined => asUser(getUser.get({ id })),
    isMinor: (sender: Sender, now: number): boolean =>
      findMinor.get({ identity: identityOf(sender), now }) !== undefined,
    /** A lane for somebody who has none. Who is no user any more keeps theirs until it is empty, so that one chat is never two lanes. */
    addLane(sender: Sender, now: number): UserId {
      const identity = identityOf(sender)
      const minor = findMinor.get({ identity, now })
      if (minor?.lane_id) return minor.lane_id
      const { platform, address } = sender
      const lane =
        findLane.get({ identity })?.id ??
        Number(addLane.run({ platform, address: keyring.seal(address) }).lastInsertRowid)
      if (minor) setMinorLane.run({ identity, lane })
      return lane
    },
    addUser(id: UserId, sender: Sender, now: number): void {
      setOrphan.run({ id, orphan: 0, identity: null })
      addUser.run({
        id,
        identity: identityOf(sender),
        platform: sender.platform,
        created_on: Math.floor(now / dayMs),
      })
    },
    /** The address is opened only where it is asked for. */
    lane(id: UserId): { readonly platform: Platform; readonly address: () => Address } {
      const row = must(getLane.get({ id }), 'a lane exists as long as something is in it')
      return { platform: row.platform, address: () => address(keyring.open(row.address)) }
    },
    /** A person's chat can get another address; taps and commands are rare enough to look. */
    moveLane(id: UserId, to: Address): void {
      if (this.lane(id).address() !== to) moveLane.run({ id, address: keyring.seal(to) })
    },
    acceptRules: (id: UserId): void => void acceptRules.run({ id }),
    setProfile: (id: UserId, { gender, seeking }: Profile): void =>
      void setProfile.run({ id, gender: gender ?? null, seeking: seeking ?? null }),
    setSettings: (id: UserId, settings: Settings): void =>
      void setSettings.run({
        id,
        media: settings.mediaWish,
        platform: settings.platformWish,
        protects: Number(settings.protects),
        reactions: Number(settings.mutesReactions),
        typing: Number(settings.mutesTyping),
      }),
    setLocale: (id: UserId, locale: Locale): void => void setLocale.run({ id, locale }),
    /** Whether it is news. */
    adoptLocale: (id: UserId, locale: Locale): boolean =>
      adoptLocale.run({ id, locale }).changes === 1,
    /** Whether one is known; until then they are spoken to in the one that is for everybody. */
    hasLocale: (id: UserId): boolean => hasLocale.get({ id }) !== undefined,
    thumbs: (id: UserId): Thumbs => must(thumbs.get({ id }), 'only users have thumbs'),
    addThumb: (id: UserId, isUp: boolean): void =>
      void addThumb.run({ id, ups: Number(isUp), downs: Number(!isUp) }),
    setPosition: (id: UserId, position: string): void =>
      void setPosition.run({ id, position: keyring.seal(position) }),
    rememberMinor(sender: Sender, until: number): void {
      const user = findUser.get({ identity: identityOf(sender) })
      addMinor.run({ identity: identityOf(sender), until, lane: user?.id ?? null })
      if (!user) return
      setOrphan.run({ id: user.id, orphan: 1, identity: null })
      deleteUser.run({ id: user.id })
    },
    /** The lane stays until the last word has been delivered. */
    forget(id: UserId): void {
      const user = identityOfUser.get({ id })
      if (!user) return
      setOrphan.run({ id, orphan: 1, identity: user.identity })
      deleteUser.run({ id })
    },
    /** Whether a failure may be told now: one notice in `limitMs`, remembered to the minute. */
    mayTellFailure: (id: UserId, now: number, limitMs: number): boolean =>
      noteFailure.run({ id, now: now - (now % minuteMs), before: now - limitMs }).changes === 1,
    sweep(now: number): void {
      forgetMinors.run({ now })
      forgetLanes.run({})
    },
  }
}

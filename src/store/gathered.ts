import type { Ref } from '../core/address.ts'
import type { AlbumItem, Gathering } from '../core/gathering.ts'
import type { Media } from '../core/media.ts'
import type { RichText } from '../core/rich-text.ts'
import type { MessageId, RoomId, UserId } from '../core/room.ts'
import type { Database } from './database.ts'

interface Body {
  readonly album: string
  readonly media: Media
  readonly caption: RichText
  readonly replyTo: Ref | undefined
}

interface Gathered {
  readonly message: MessageId
  readonly number: number
  readonly room: RoomId
  readonly author: UserId
  readonly to: UserId
}

export type GatheredItems = ReturnType<typeof createGathered>

/** The messages of albums that are not whole yet, sealed. None outlives its room. */
export function createGathered({ query, prepare, keyring }: Database) {
  const add = prepare(
    (a: {
      message: number
      number: number
      room: number
      author: number
      to: number
      hour: number
      body: Buffer
      now: number
    }) =>
      query
        .insertInto('gathered')
        .values({
          message_id: a.message,
          number: a.number,
          room_id: a.room,
          author: a.author,
          recipient: a.to,
          hour: a.hour,
          body: a.body,
          at: a.now,
        })
        .compile(),
  )
  const ofRoom = prepare((a: { room: number }) =>
    query
      .selectFrom('gathered')
      .selectAll()
      .where('room_id', '=', a.room)
      .orderBy('message_id')
      .orderBy('number')
      .compile(),
  )
  const get = prepare((a: { message: number; number: number }) =>
    query
      .selectFrom('gathered')
      .selectAll()
      .where('message_id', '=', a.message)
      .where('number', '=', a.number)
      .compile(),
  )
  const rewrite = prepare((a: { message: number; number: number; hour: number; body: Buffer }) =>
    query
      .updateTable('gathered')
      .set({ hour: a.hour, body: a.body })
      .where('message_id', '=', a.message)
      .where('number', '=', a.number)
      .compile(),
  )
  const remove = prepare((a: { message: number; number: number }) =>
    query
      .deleteFrom('gathered')
      .where('message_id', '=', a.message)
      .where('number', '=', a.number)
      .compile(),
  )
  const finish = prepare((a: { message: number }) =>
    query.deleteFrom('gathered').where('message_id', '=', a.message).compile(),
  )
  const forgetRoom = prepare((a: { room: number }) =>
    query.deleteFrom('gathered').where('room_id', '=', a.room).compile(),
  )
  const authors = prepare((_: object) =>
    query.selectFrom('gathered').select('author').distinct().compile(),
  )

  const open = (row: { readonly hour: number; readonly body: Buffer }): Body | undefined => {
    const body = keyring.openContent({ hour: row.hour, bytes: row.body })
    // The body is what `add` wrote, unchanged: its seal says so.
    return body === undefined ? undefined : (JSON.parse(body) as Body)
  }

  return {
    add({ message, number, room, author, to }: Gathered, body: Body, now: number): void {
      const { hour, bytes } = keyring.sealContent(JSON.stringify(body), now)
      add.run({ message, number, room, author, to, hour, body: bytes, now })
    },
    ofRoom(room: RoomId): readonly Gathering[] {
      const albums = new Map<MessageId, Gathering & { readonly items: AlbumItem[] }>()
      for (const row of ofRoom.all({ room })) {
        const body = open(row)
        if (!body) continue
        const { album, replyTo, media, caption } = body
        const { author, recipient: to, message_id: message, number } = row
        const gathering = albums.get(message) ?? { author, to, message, album, replyTo, items: [] }
        albums.set(message, gathering)
        gathering.items.push({ number, media, caption })
      }
      return [...albums.values()]
    },
    has: (message: MessageId, number: number): boolean =>
      get.get({ message, number }) !== undefined,
    /** The message reads differently before anybody has been told of it. */
    rewrite(
      message: MessageId,
      number: number,
      changed: Pick<Body, 'media' | 'caption'>,
      now: number,
    ): void {
      const row = get.get({ message, number })
      const before = row && open(row)
      if (!before) return
      const { hour, bytes } = keyring.sealContent(JSON.stringify({ ...before, ...changed }), now)
      rewrite.run({ message, number, hour, body: bytes })
    },
    remove: (message: MessageId, number: number): void => void remove.run({ message, number }),
    finish: (message: MessageId): void => void finish.run({ message }),
    forgetRoom: (room: RoomId): void => void forgetRoom.run({ room }),
    /** Everybody whose album an earlier run has left unfinished. */
    authors: (): readonly UserId[] => authors.all({}).map(({ author }) => author),
  }
}

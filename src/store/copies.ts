import { ref, type Ref } from '../core/address.ts'
import type { MessageId, OpenRoom, RoomId, UserId } from '../core/room.ts'
import type { KnownMessage } from '../core/situation.ts'
import type { Database } from './database.ts'
import { type NumberedFile, readFileList, writeFileList } from './file-list.ts'

export interface Placement {
  readonly message: MessageId
  readonly part: number
  readonly holder: UserId
  readonly platform: string
  readonly room: RoomId
  /** The author's own message, and not a post of ours. */
  readonly original: boolean
  /** What it says, to recognise the same words again. */
  readonly words: string | undefined
  /** The files that stand in this place; of an original, those that could not be carried. */
  readonly files: readonly NumberedFile[]
}

export interface Copy {
  readonly part: number
  readonly ref: Buffer
  readonly words: Buffer | null
  readonly files: Buffer | null
}

export type Copies = ReturnType<typeof createCopies>

/** Where the messages of open rooms appear. */
export function createCopies({ query, prepare, keyring }: Database) {
  const add = prepare(
    (a: {
      ref_hash: Buffer
      message_id: number
      part: number
      holder: number
      room_id: number
      ref: Buffer
      at: number
      original: number
      words: Buffer | null
      files: Buffer | null
    }) =>
      query
        .insertInto('copy')
        .values({
          ref_hash: a.ref_hash,
          message_id: a.message_id,
          part: a.part,
          holder: a.holder,
          room_id: a.room_id,
          ref: a.ref,
          at: a.at,
          original: a.original,
          words: a.words,
          files: a.files,
        })
        .onConflict((clash) => clash.doNothing())
        .compile(),
  )
  const find = prepare((a: { hash: Buffer; room: number }) =>
    query
      .selectFrom('copy')
      .select(['message_id', 'part', 'original'])
      .where('ref_hash', '=', a.hash)
      .where('room_id', '=', a.room)
      .compile(),
  )
  const ofMessage = prepare((a: { message: number; holder: number }) =>
    query
      .selectFrom('copy')
      .select(['part', 'ref', 'words', 'files'])
      .where('message_id', '=', a.message)
      .where('holder', '=', a.holder)
      .orderBy('part')
      .compile(),
  )
  const setWords = prepare((a: { message: number; holder: number; part: number; words: Buffer }) =>
    query
      .updateTable('copy')
      .set({ words: a.words })
      .where('message_id', '=', a.message)
      .where('holder', '=', a.holder)
      .where('part', '=', a.part)
      .compile(),
  )
  const setFiles = prepare(
    (a: { message: number; holder: number; part: number; first: number; files: Buffer | null }) =>
      query
        .updateTable('copy')
        .set({ files: a.files, part: a.first })
        .where('message_id', '=', a.message)
        .where('holder', '=', a.holder)
        .where('part', '=', a.part)
        .compile(),
  )
  const forgetPart = prepare((a: { message: number; holder: number; part: number }) =>
    query
      .deleteFrom('copy')
      .where('message_id', '=', a.message)
      .where('holder', '=', a.holder)
      .where('part', '=', a.part)
      .compile(),
  )
  const forgetRoom = prepare((a: { room: number }) =>
    query.deleteFrom('copy').where('room_id', '=', a.room).compile(),
  )

  /** Of this message alone, so that nobody can see who says the same. */
  const wordsHash = (message: MessageId, words: string): Buffer =>
    keyring.hash('words', `${message} ${words}`)
  const hashOf = (platform: string, place: Ref): Buffer =>
    keyring.hash('ref', `${platform} ${place}`)

  return {
    add(at: Placement, place: Ref, now: number): void {
      add.run({
        ref_hash: hashOf(at.platform, place),
        message_id: at.message,
        part: at.part,
        holder: at.holder,
        room_id: at.room,
        ref: keyring.seal(place),
        at: now,
        original: at.original ? 1 : 0,
        words: at.words === undefined ? null : wordsHash(at.message, at.words),
        files: writeFileList(at.files),
      })
    },
    /** The message of the room that has a copy at this place of the asker's chat. */
    find(room: OpenRoom, place: Ref): Omit<KnownMessage, 'reactions' | 'shown'> | undefined {
      const copy = find.get({ hash: hashOf(room.mine.platform, place), room: room.id })
      return copy && { message: copy.message_id, part: copy.part, isMine: copy.original === 1 }
    },
    /** Where `holder` has that part; else the last one before it, or the first that is left. */
    nearest(message: MessageId, holder: UserId, part: number): Ref | undefined {
      const all = ofMessage.all({ message, holder })
      const copy = all.findLast((each) => each.part <= part) ?? all[0]
      return copy && ref(keyring.open(copy.ref))
    },
    ofMessage: (message: MessageId, holder: UserId): readonly Copy[] =>
      ofMessage.all({ message, holder }),
    /** Whether the copy reads differently from `words`; from then on it is taken to read so. */
    reword(message: MessageId, holder: UserId, copy: Copy, words: string): boolean {
      const hash = wordsHash(message, words)
      if (copy.words?.equals(hash)) return false
      setWords.run({ message, holder, part: copy.part, words: hash })
      return true
    },
    place: (copy: Copy): Ref => ref(keyring.open(copy.ref)),
    /** The part of a place is that of its first file. */
    setFiles(
      message: MessageId,
      holder: UserId,
      part: number,
      files: readonly NumberedFile[],
    ): void {
      const first = files[0] ? files[0].number - 1 : part
      setFiles.run({ message, holder, part, first, files: writeFileList(files) })
    },
    /** Of the author's own messages: that of the file, or the only one. */
    noteRefused(message: MessageId, author: UserId, file: NumberedFile): void {
      const all = ofMessage.all({ message, holder: author })
      const own = all.findLast(({ part }) => part < file.number) ?? all[0]
      if (!own) return
      const files = writeFileList([...readFileList(own.files), file])
      setFiles.run({ message, holder: author, part: own.part, first: own.part, files })
    },
    /** Whether the file is one that could not be carried. */
    isRefused: (message: MessageId, author: UserId, { hash }: NumberedFile): boolean =>
      ofMessage
        .all({ message, holder: author })
        .some(({ files }) => readFileList(files).some((each) => each.hash === hash)),
    forgetPart: (message: MessageId, holder: UserId, part: number): void =>
      void forgetPart.run({ message, holder, part }),
    forgetRoom: (room: RoomId): void => void forgetRoom.run({ room }),
  }
}

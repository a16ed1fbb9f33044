import type { Ref } from './address.ts'
import type { Media } from './media.ts'
import type { RichText } from './rich-text.ts'
import type { MessageId, UserId } from './room.ts'

/** One file of an album and its own caption. */
export interface AlbumItem {
  /** Its place in the album, from 1. */
  readonly number: number
  readonly media: Media
  readonly caption: RichText
}

/** An album that comes message by message and is waited for until it is whole. */
export interface Gathering {
  readonly author: UserId
  readonly to: UserId
  readonly message: MessageId
  /** As the author's platform names the album. */
  readonly album: string
  readonly replyTo: Ref | undefined
  readonly items: readonly AlbumItem[]
}

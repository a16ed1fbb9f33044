// Content of every kind that a person can send besides plain text.

import { randomInt } from 'node:crypto'

import type { Message, User } from 'grammy/types'

import { photoSizes, sampleMedia } from './sample-media.ts'
import { sampleObjects } from './sample-objects.ts'

export interface SampleSender {
  readonly user: User
  readonly name: string
  readonly username: string
  readonly nowS: number
}

/** The fields of a Message that hold the content. */
export type SampleContent = Omit<
  Partial<Message>,
  'message_id' | 'from' | 'chat' | 'date' | 'reply_to_message'
>
export type SampleMaker = (sender: SampleSender) => SampleContent

const samples: Readonly<Record<string, SampleMaker>> = { ...sampleMedia, ...sampleObjects }
const makers = new Map(Object.entries(samples))

export interface Sample {
  readonly kind: string
  readonly content: SampleContent
}

/** One message each; an `album` is two photos. */
export function sampleMessages(kind: string, sender: SampleSender): readonly Sample[] {
  if (kind === 'album') {
    const media_group_id = String(randomInt(10 ** 13, 10 ** 14))
    return [0, 1].map(() => ({ kind: 'photo', content: { photo: photoSizes(), media_group_id } }))
  }
  const make = makers.get(kind)
  if (make === undefined) throw new Error(`Telegram has no content of the kind ${kind}`)
  return [{ kind, content: make(sender) }]
}

// Content of every kind that a person can send besides plain text and files.

import type { User } from 'grammy/types'

import type { FileSender } from './person-files.ts'
import type { MessageContent } from './private-chat.ts'
import { sampleObjects } from './sample-objects.ts'

export interface SampleSender extends FileSender {
  readonly user: User
  readonly nowS: number
}

export type SampleMaker = (sender: SampleSender) => MessageContent

const samples: Readonly<Record<string, SampleMaker>> = sampleObjects
const makers = new Map(Object.entries(samples))

export function sampleMessage(kind: string, sender: SampleSender): MessageContent {
  const make = makers.get(kind)
  if (make === undefined) throw new Error(`Telegram has no content of the kind ${kind}`)
  return make(sender)
}

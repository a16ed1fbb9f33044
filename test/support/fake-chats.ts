import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Action, CaptionedFile, Receipt } from '../../src/core/action.ts'
import { ref, type Ref } from '../../src/core/address.ts'
import type { Platform } from '../../src/core/platform.ts'

/** A message of ours as its reader sees it at this moment. */
export interface Seen {
  readonly ref: Ref
  readonly text: string
  readonly files: readonly CaptionedFile[]
}

export interface FakeChats {
  /** What came of requests, by their keys. */
  readonly receipts: Map<string, Receipt>
  /** Does to the chat what the platform would do, and says where something new appears. */
  carryOut(to: string, action: Action): readonly Ref[]
  /** What is there to see, oldest first. */
  of(address: string): readonly Seen[]
  /** What stands under somebody's own message or ours. */
  reactions(address: string, at: Ref): readonly string[]
}

/** What people have on their screens: one platform shows an album as one message, another each file as one. */
export function createFakeChats(platform: Platform, isOneMessage: boolean): FakeChats {
  const chats = new Map<string, Seen[]>()
  const reactions = new Map<string, readonly string[]>()
  let message = 0

  const add = (to: string, seen: Omit<Seen, 'ref'>): Ref => {
    const at = ref(`${platform}/${(message += 1)}`)
    const chat = chats.get(to) ?? []
    chats.set(to, [...chat, { ...seen, ref: at }])
    return at
  }

  /** An empty message is none. */
  const replace = (to: string, at: Ref, change: (seen: Seen) => Omit<Seen, 'ref'>): void => {
    const chat = chats.get(to) ?? []
    const before = chat.find((seen) => seen.ref === at)
    if (!before) throw new DeliveryError({ kind: 'rejected' }, 'there is no such message')
    const now = { ...change(before), ref: at }
    const isEmpty = now.text === '' && now.files.length === 0
    chats.set(
      to,
      chat.flatMap((seen) => (seen === before ? (isEmpty ? [] : now) : seen)),
    )
  }

  return {
    receipts: new Map(),
    of: (address) => chats.get(address) ?? [],
    reactions: (address, at) => reactions.get(`${address} ${at}`) ?? [],
    carryOut(to, action) {
      switch (action.kind) {
        case 'send':
          return [add(to, { text: action.text.text, files: [] })]
        case 'send-place':
          return [add(to, { text: JSON.stringify(action.place), files: [] })]
        case 'send-files':
          return isOneMessage
            ? [add(to, { text: captionOf(action.files), files: action.files })]
            : action.files.map((file) => add(to, { text: captionOf([file]), files: [file] }))
        case 'edit':
          replace(to, action.ref, ({ files }) => ({ text: action.text.text, files }))
          return []
        case 'edit-files': {
          const named = new Set([...action.dropped, ...action.files.map(({ number }) => number)])
          replace(to, action.ref, ({ text, files }) => ({
            text: action.text?.text ?? text,
            files: [...files.filter(({ number }) => !named.has(number)), ...action.files].toSorted(
              (a, b) => a.number - b.number,
            ),
          }))
          return []
        }
        case 'delete':
          chats.set(
            to,
            (chats.get(to) ?? []).filter((seen) => seen.ref !== action.ref),
          )
          return []
        case 'react':
          reactions.set(`${to} ${action.ref}`, action.emoji)
          return []
      }
    },
  }
}

const captionOf = (files: readonly CaptionedFile[]): string =>
  files
    .map(({ caption }) => caption.text)
    .filter((text) => text !== '')
    .join('\n\n')

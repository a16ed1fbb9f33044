import type { Dm } from './dm.ts'
import { hasReaction, mostReactions } from './reactions.ts'
import { pickEmoji } from './standard-emoji.ts'

/** Makes the person's reactions be exactly these: one event for each that comes or goes. */
export function reactTo(dm: Dm, messageId: string, emoji: readonly string[]): void {
  const before = dm.reactionsOf(messageId)
  if (before === undefined) {
    throw new Error(`${dm.account.name} sees no message ${messageId} to react to.`)
  }
  const wanted = new Set(emoji.map(mustPick))
  const lost = before.filter((each) => each.from.includes('person') && !wanted.has(each.emoji))
  const stays = before.filter((each) => !lost.includes(each) || each.from.length > 1)
  if (new Set([...stays.map((each) => each.emoji), ...wanted]).size > mostReactions) {
    throw new Error(`A message can carry ${mostReactions} different reactions.`)
  }
  for (const each of lost) dm.unreact(messageId, each.emoji, 'person')
  for (const each of wanted) {
    if (!hasReaction(before, each, 'person')) dm.react(messageId, each, 'person')
  }
}

function mustPick(emoji: string): string {
  const picked = pickEmoji(emoji)
  if (picked === undefined) throw new Error(`The app has no emoji ${emoji}.`)
  return picked
}

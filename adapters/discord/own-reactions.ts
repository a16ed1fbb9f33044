// Our reactions under a message, made to be exactly a given set: one request for each emoji that differs.

import { RequestMethod, Routes } from 'discord.js'

import type { Action } from '../../src/core/action.ts'
import type { Address } from '../../src/core/address.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Api } from './api.ts'
import { channelIdOf } from './ids.ts'
import { Recent } from './recent.ts'

/**
 * As Discord's apps spell it, so that theirs and ours are one reaction: with U+FE0F after every character that would otherwise be shown as a
 * letter. https://www.unicode.org/reports/tr51/#def_fully_qualified_emoji, https://github.com/discord/discord-api-docs/issues/3384
 */
export function asSpelled(emoji: string): string {
  return emoji
    .replaceAll('\ufe0f', '')
    .replace(/(?=\p{Emoji})\P{Emoji_Presentation}(?![\u{1f3fb}-\u{1f3ff}])/gu, '$&\ufe0f')
}

interface Step {
  readonly kind: 'take' | 'put'
  readonly emoji: string
}

const unfinishedAtMost = 1000

export class OwnReactions {
  readonly #api: Api
  /** What is under the messages of which only a part was done. */
  readonly #unfinished = new Recent<string, ReadonlySet<string>>(unfinishedAtMost)

  constructor(api: Api) {
    this.#api = api
  }

  /**
   * Putting what is there and taking what is not changes nothing, so all of it can be repeated. What is repeated goes on where it ended, as
   * far as we remember: Discord takes one request about reactions in 250 ms (https://github.com/discord/discord-api-docs/issues/864), and
   * beginning anew each time would never come to the second. To be told to wait is for this reason no failure of unknown outcome; any other
   * failure after a part was done is.
   */
  async make(
    to: Address,
    { ref, emoji, before }: Extract<Action, { kind: 'react' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const present = new Set(this.#unfinished.get(ref) ?? before.map(asSpelled))
    const steps = difference(present, new Set(emoji.map(asSpelled)))
    let hasBegun = false
    for (const step of steps) {
      try {
        await this.#perform(to, ref, step, signal)
      } catch (error) {
        throw hasBegun ? asUnknown(error) : error
      }
      hasBegun = true
      if (step.kind === 'put') present.add(step.emoji)
      else present.delete(step.emoji)
      this.#unfinished.set(ref, present)
    }
    this.#unfinished.delete(ref)
  }

  async #perform(to: Address, ref: string, step: Step, signal: AbortSignal): Promise<void> {
    const isPut = step.kind === 'put'
    // "The emoji must be URL Encoded": https://docs.discord.com/developers/resources/message#create-reaction
    const emoji = encodeURIComponent(step.emoji)
    await this.#api({
      name: isPut ? 'PUT reaction' : 'DELETE reaction',
      method: isPut ? RequestMethod.Put : RequestMethod.Delete,
      route: Routes.channelMessageOwnReaction(channelIdOf(to), ref, emoji),
      signal,
    })
  }
}

/** Taking comes first: a message has room for 20. */
function difference(present: ReadonlySet<string>, wanted: ReadonlySet<string>): readonly Step[] {
  const take = [...present.difference(wanted)].map((emoji): Step => ({ kind: 'take', emoji }))
  const put = [...wanted.difference(present)].map((emoji): Step => ({ kind: 'put', emoji }))
  return [...take, ...put]
}

function asUnknown(error: unknown): unknown {
  if (!(error instanceof DeliveryError) || error.failure.kind === 'rate-limited') return error
  return new DeliveryError({ kind: 'unknown' }, `${error.message}, after a part was done`)
}

// Made-up content of Telegram's kinds that are no media. Where a kind can name its sender, it does: a leak shows.

import { randomInt } from 'node:crypto'

import type { Chat, PhotoSize, User } from 'grammy/types'

import { inventProfile } from './invent-profile.ts'
import { must } from '../../lib/must.ts'
import { sampleFields } from './sample-media.ts'
import type { SampleMaker, SampleSender } from './sample-message.ts'

const place = { latitude: 52.516275, longitude: 13.377704 }

const channel: Chat.ChannelChat = {
  id: -1_009_876_543_210,
  type: 'channel',
  title: 'Sandbox Raffles',
  username: 'sandbox_raffles',
}

const gameBot: User = {
  id: 7_000_000_002,
  is_bot: true,
  first_name: 'Sandbox Games',
  username: 'sandbox_games_bot',
}

function somebodyElse(): User {
  const { name, username } = inventProfile()
  return { id: randomInt(10 ** 9, 10 ** 10), is_bot: false, first_name: name, username }
}

function photoSizes(sender: SampleSender): PhotoSize[] {
  return must(sampleFields(sender, 'photo').photo, 'a photo has sizes')
}

export const sampleObjects = {
  location: () => ({ location: place }),
  /** Telegram also sets `location`, for old bots: https://core.telegram.org/bots/api#message */
  venue: ({ name }) => ({
    location: place,
    venue: { location: place, title: `Home of ${name}`, address: 'Pariser Platz 1' },
  }),
  contact: ({ user, name }) => ({
    contact: { phone_number: '+4915550199373', first_name: name, user_id: user.id },
  }),
  poll: () => ({
    poll: {
      id: String(randomInt(10 ** 13, 10 ** 14)),
      question: 'Tea or coffee?',
      options: ['Tea', 'Coffee'].map((text, at) => ({
        persistent_id: `option${at}`,
        text,
        voter_count: 0,
      })),
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
      allows_revoting: true,
      members_only: false,
    },
  }),
  dice: () => ({ dice: { emoji: '🎲', value: randomInt(1, 7) } }),
  story: ({ user, name, username }) => ({
    story: {
      chat: { id: user.id, type: 'private', first_name: name, username },
      id: randomInt(1, 100),
    },
  }),
  game: (sender) => ({
    via_bot: gameBot,
    game: {
      title: 'Sandbox Snake',
      description: 'Eat and grow',
      photo: photoSizes(sender),
      text: 'Nobody has played yet',
      text_entities: [],
      animation: must(sampleFields(sender, 'animation').animation, 'an animation is one'),
    },
  }),
  'paid-media': (sender) => ({
    paid_media: { star_count: 5, paid_media: [{ type: 'photo', photo: photoSizes(sender) }] },
  }),
  invoice: () => ({
    via_bot: gameBot,
    invoice: {
      title: 'A cup of tea',
      description: 'Hot',
      start_parameter: 'tea',
      currency: 'XTR',
      total_amount: 10,
    },
  }),
  giveaway: ({ nowS }) => ({
    giveaway: { chats: [channel], winners_selection_date: nowS + 86_400, winner_count: 3 },
  }),
  checklist: ({ name }) => ({
    checklist: {
      title: `Chores of ${name}`,
      tasks: ['Sweep', 'Rest'].map((text, at) => ({ id: at + 1, text })),
    },
  }),
  forward: ({ nowS }) => ({
    text: 'What somebody else has said',
    forward_origin: { type: 'user', date: nowS - 3600, sender_user: somebodyElse() },
  }),
  'rich-message': ({ name }) => ({
    rich_message: { blocks: [{ type: 'paragraph', text: `Richly yours, ${name}` }] },
  }),
  /** What a bot sees of content that its Bot API has no field for yet: an empty message. */
  unknown: () => ({}),
} satisfies Readonly<Record<string, SampleMaker>>

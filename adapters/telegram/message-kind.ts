// Every field of Telegram's Message has a role here: what grammY's next types add does not compile until somebody has decided on it.

import type { Message } from 'grammy/types'

import type { RefusedKind } from '../../src/core/content.ts'
import type { MediaKind } from '../../src/core/media.ts'

/** What somebody says with a message: each kind is read in its own way. */
export type SaidKind =
  | MediaKind
  | 'live-photo'
  | 'text'
  | 'rich-message'
  | 'place'
  | 'venue'
  | 'dice'
  | 'poll'

/** `envelope` says how a message came and is never passed on; `service` fields tell of the chat, not of what somebody says. */
type Role = 'envelope' | 'service' | Exclude<SaidKind, 'text'> | RefusedKind

/**
 * What is refused comes first. Where Telegram sets two fields of content for older bots, the truer one comes first: animation before
 * document, live photo before photo, venue before location.
 */
const roles: Readonly<Record<keyof Message, Role>> = {
  contact: 'contact',
  story: 'story',
  game: 'game',
  invoice: 'invoice',
  paid_media: 'paid-media',
  giveaway: 'giveaway',
  giveaway_winners: 'giveaway',
  checklist: 'checklist',
  animation: 'animation',
  live_photo: 'live-photo',
  photo: 'photo',
  video: 'video',
  video_note: 'video-note',
  voice: 'voice',
  audio: 'audio',
  sticker: 'sticker',
  document: 'document',
  venue: 'venue',
  location: 'place',
  poll: 'poll',
  dice: 'dice',
  rich_message: 'rich-message',
  forward_origin: 'envelope',
  message_id: 'envelope',
  message_thread_id: 'envelope',
  from: 'envelope',
  sender_chat: 'envelope',
  date: 'envelope',
  guest_query_id: 'envelope',
  business_connection_id: 'envelope',
  chat: 'envelope',
  is_topic_message: 'envelope',
  direct_messages_topic: 'envelope',
  sender_tag: 'envelope',
  receiver_user: 'envelope',
  ephemeral_message_id: 'envelope',
  sender_boost_count: 'envelope',
  sender_business_bot: 'envelope',
  is_automatic_forward: 'envelope',
  reply_to_message: 'envelope',
  reply_to_checklist_task_id: 'envelope',
  reply_to_poll_option_id: 'envelope',
  is_paid_post: 'envelope',
  external_reply: 'envelope',
  quote: 'envelope',
  reply_to_story: 'envelope',
  via_bot: 'envelope',
  guest_bot_caller_user: 'envelope',
  guest_bot_caller_chat: 'envelope',
  edit_date: 'envelope',
  has_protected_content: 'envelope',
  show_caption_above_media: 'envelope',
  is_from_offline: 'envelope',
  author_signature: 'envelope',
  link_preview_options: 'envelope',
  effect_id: 'envelope',
  paid_star_count: 'envelope',
  reply_markup: 'envelope',
  text: 'envelope',
  entities: 'envelope',
  caption: 'envelope',
  caption_entities: 'envelope',
  media_group_id: 'envelope',
  has_media_spoiler: 'envelope',
  checklist_tasks_done: 'service',
  checklist_tasks_added: 'service',
  community_chat_added: 'service',
  community_chat_removed: 'service',
  suggested_post_info: 'service',
  suggested_post_approved: 'service',
  suggested_post_approval_failed: 'service',
  suggested_post_declined: 'service',
  suggested_post_paid: 'service',
  suggested_post_refunded: 'service',
  chat_owner_left: 'service',
  chat_owner_changed: 'service',
  new_chat_members: 'service',
  community_chat_joined: 'service',
  left_chat_member: 'service',
  new_chat_title: 'service',
  new_chat_photo: 'service',
  delete_chat_photo: 'service',
  group_chat_created: 'service',
  supergroup_chat_created: 'service',
  channel_chat_created: 'service',
  managed_bot_created: 'service',
  poll_option_added: 'service',
  poll_option_deleted: 'service',
  message_auto_delete_timer_changed: 'service',
  migrate_to_chat_id: 'service',
  migrate_from_chat_id: 'service',
  pinned_message: 'service',
  successful_payment: 'service',
  refunded_payment: 'service',
  users_shared: 'service',
  chat_shared: 'service',
  connected_website: 'service',
  write_access_allowed: 'service',
  passport_data: 'service',
  proximity_alert_triggered: 'service',
  boost_added: 'service',
  chat_background_set: 'service',
  forum_topic_created: 'service',
  forum_topic_edited: 'service',
  forum_topic_closed: 'service',
  forum_topic_reopened: 'service',
  general_forum_topic_hidden: 'service',
  general_forum_topic_unhidden: 'service',
  giveaway_created: 'service',
  giveaway_completed: 'service',
  gift: 'service',
  gift_upgrade_sent: 'service',
  unique_gift: 'service',
  paid_message_price_changed: 'service',
  direct_message_price_changed: 'service',
  video_chat_scheduled: 'service',
  video_chat_started: 'service',
  video_chat_ended: 'service',
  video_chat_participants_invited: 'service',
  web_app_data: 'service',
}

/** What a message holds, told by an allow-list; `service` is said by nobody. */
export function kindOf(message: Message): SaidKind | 'service' | RefusedKind {
  const present = new Map<string, unknown>(
    Object.entries(message).filter(([, value]) => value !== undefined),
  )
  let isService = false
  for (const [field, role] of Object.entries(roles)) {
    if (role === 'envelope' || !present.has(field)) continue
    if (role !== 'service') return role
    isService = true
  }
  if (isService) return 'service'
  if (message.text === undefined) return 'unknown'
  // Content always comes as an object: an unknown one may be what the text is about. A bare unknown value is one more mark on the envelope.
  const hasUnknown = [...present].some(
    ([field, value]) => !Object.hasOwn(roles, field) && typeof value === 'object',
  )
  return hasUnknown ? 'unknown' : 'text'
}

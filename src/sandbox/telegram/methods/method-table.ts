import { answerCallbackQuery } from './answer-callback-query.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './bot-commands.ts'
import { profileGetter, profileSetter } from './bot-profile.ts'
import { deleteMessage } from './delete-message.ts'
import { editMessageCaption, editMessageMedia } from './edit-media.ts'
import { editMessageReplyMarkup, editMessageText } from './edit-message.ts'
import { getFile } from './get-file.ts'
import { getUpdates } from './get-updates.ts'
import type { Method } from './method.ts'
import { sendChatAction } from './send-chat-action.ts'
import { mediaSender } from './send-media.ts'
import { sendMediaGroup } from './send-media-group.ts'
import { sendMessage } from './send-message.ts'
import { sendLocation, sendVenue } from './send-place.ts'
import { setMessageReaction } from './set-message-reaction.ts'
import { deleteWebhook, getWebhookInfo } from './webhook.ts'

const methods: Readonly<Record<string, Method>> = {
  getMe: (cloud) => cloud.bot,
  deleteWebhook,
  getWebhookInfo,
  getUpdates,
  getFile,
  sendMessage,
  sendPhoto: mediaSender('photo'),
  sendVideo: mediaSender('video'),
  sendAnimation: mediaSender('animation'),
  sendAudio: mediaSender('audio'),
  sendVoice: mediaSender('voice'),
  sendVideoNote: mediaSender('video-note'),
  sendSticker: mediaSender('sticker'),
  sendDocument: mediaSender('document'),
  sendMediaGroup,
  sendLocation,
  sendVenue,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  setMessageReaction,
  answerCallbackQuery,
  sendChatAction,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: profileSetter('name'),
  getMyName: profileGetter('name'),
  setMyDescription: profileSetter('description'),
  getMyDescription: profileGetter('description'),
  setMyShortDescription: profileSetter('short_description'),
  getMyShortDescription: profileGetter('short_description'),
}

interface NamedMethod {
  readonly name: string
  readonly method: Method
}

const byLowerCase: ReadonlyMap<string, NamedMethod> = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
)

/** "All methods in the Bot API are case-insensitive": https://core.telegram.org/bots/api#available-methods */
export function findMethod(name: string): NamedMethod | undefined {
  return byLowerCase.get(name.toLowerCase())
}

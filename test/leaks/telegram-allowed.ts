import type { Platform } from '../../src/core/platform.ts'

const said = '^(?:edited_)?message\\.'
const words = [
  'text',
  'caption',
  'poll\\.(?:question|description|options\\[\\]\\.text)',
  'dice\\.(?:emoji|value)',
  'venue\\.(?:title|address)',
  '(?:venue\\.)?location\\.(?:latitude|longitude)',
  'sticker\\.emoji',
  // What a link leads to is said with it, and a block of code says its language.
  '(?:poll\\.(?:options\\[\\]\\.)?)?\\w*entities\\[\\](?:<text_link>\\.url|<pre>\\.language)',
  // Words at any depth, and links; what else a rich message names is not read.
  'rich_message\\..*<url>\\.url',
  'rich_message\\..*<pre>\\.language',
  'rich_message\\.(?!.*copy_text).*\\.(?:text|credit|summary|caption|label|expression|alternative_text)(?:\\[\\])*',
]
const mayPass = new RegExp(`${said}(?:${words.join('|')})$`)

/** Telegram shows its own file again: the name that it has for the file is told to Telegram alone. */
const byReference = new RegExp(
  `${said}(?:photo\\[\\]|live_photo\\.photo\\[\\]|voice|video_note)\\.file_id$`,
)

export const mayPassFromTelegram = (place: string, to: Platform): boolean =>
  mayPass.test(place) || (to === 'telegram' && byReference.test(place))

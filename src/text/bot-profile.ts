import { english } from './catalogue.ts'

/** What a bot's profile says of the service: at most 512 and 120 characters (https://core.telegram.org/bots/api#setmydescription). */
export const botProfile = {
  description: english.plain('profile-description'),
  shortDescription: english.plain('profile-short-description'),
} as const

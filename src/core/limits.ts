// Every number of the service that is a decision and not a platform's.

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export const limits = {
  /** A room with no word for so long is asked whether it goes on, and closed after the second. */
  roomQuietMs: 30 * minute,
  roomExpiresMs: day,
  /** A word in a room is noted so precisely, rounded down: the room may have been silent for so much less than it seems. */
  wordGrainMs: minute,
  /** So long after a room's end a text is answered with "that chat is over" instead of "nobody listens". */
  roomRemembersMs: 15 * minute,
  /** Who says to be under 18 is refused for so long. */
  minorRemembersMs: day,
  /** An event is recognised as heard before for so long: longer than Telegram keeps updates (a day) by far. */
  seenMs: 8 * day,
  /** A text that could not be delivered for so long is given up and its sender told. */
  deliveryExpiresMs: day,
  /** References to delivered messages, for replies: Telegram lets bots delete no older message either. */
  copyExpiresMs: 2 * day,
  /** Failures to one sender become one notice in so long. */
  failureNoticeMs: minute,
  /** A second tap on the same button within so long is one tap. */
  doubleTapMs: 5 * second,
  /** Telegram tells times in whole seconds, rounded down. */
  platformTimeGrainMs: second,
  /** An album that comes message by message is whole when nothing more has come for so long. */
  albumQuietMs: second,
  /** What waits for its sender's yes is dropped after so long. */
  consentMs: 15 * minute,
  /** Bytes of one file: with what is made of it, that is all the memory that files may take together. */
  fileMostBytes: 32 * 1024 * 1024,
  activityMs: 30 * day,
  counterMs: 2 * day,
} as const

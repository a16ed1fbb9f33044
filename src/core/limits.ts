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
  bioMostCharacters: 200,
  interestMostCharacters: 24,
  mostInterests: 5,
  /** Each more is one more search for everybody who waits with them. */
  mostLanguages: 5,
  /** Any text answers a question that was put in words for so long; a reply to it does until the question is forgotten. */
  promptMs: 30 * minute,
  promptRepliesMs: day,
  /** So many questions to one person are remembered. */
  mostPrompts: 20,
  /** The waiting message is brought up to date so long after the search began, and then each time after so long again. */
  waitingRefreshMs: [10 * second, 30 * second, minute] as readonly number[],
  /** After so long somebody who waits is asked whether to go on; without an answer within as long again the search ends. */
  stillThereMs: 10 * minute,
  /** What they do is noted so precisely. */
  deedGrainMs: minute,
  /** So many waiting messages are brought up to date in a second, and so many people asked or told, over everybody: later ones wait. */
  waitingEditsPerSecond: 10,
  waitingQuestionsPerSecond: 10,
  /** "Meet again" holds for so long; so long, too, new people come before those one has met. */
  pastRoomMs: day,
  /** What is told of waits comes from so long ago at most, and from so many at least. */
  estimateMs: hour,
  estimateFewest: 10,
  /** How many questions there are to talk about. */
  topics: 40,
  activityMs: 30 * day,
  counterMs: 2 * day,
} as const

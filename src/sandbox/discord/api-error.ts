// Refusals in Discord's words: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json

/** Thrown by a route; becomes the answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: number
  readonly errors: object | undefined

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  get body(): object {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

export const apiErrors = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  serverError: () => new ApiError(500, 0, '500: Internal Server Error'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownEmoji: () => new ApiError(400, 10014, 'Unknown Emoji'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  notYourApplication: () =>
    new ApiError(403, 20012, 'You are not authorized to perform this action on this application'),
  /** 403: https://github.com/BilliAlpha/discord-transfer/issues/18 */
  tooManyReactions: () => new ApiError(403, 30010, 'Maximum number of reactions reached (20)'),
  tooManyAttachments: () =>
    new ApiError(400, 30015, 'Maximum number of attachments in a message reached (10)'),
  tooLarge: () =>
    new ApiError(413, 40005, 'Request entity too large. Try sending something smaller in size'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  dmAction: () => new ApiError(403, 50003, 'Cannot execute action on a DM channel'),
  notYourMessage: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  cannotSend: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  noMutualGuilds: () =>
    new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  voiceWithContent: () =>
    new ApiError(400, 50159, 'Voice messages do not support additional content.'),
  voiceWithoutSound: () =>
    new ApiError(400, 50160, 'Voice messages must have a single audio attachment.'),
  voiceWithoutMetadata: () =>
    new ApiError(400, 50161, 'Voice messages must have supporting metadata.'),
  voiceEdited: () => new ApiError(400, 50162, 'Voice messages cannot be edited.'),
  reactionBlocked: () => new ApiError(403, 90001, 'Reaction blocked'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} as const

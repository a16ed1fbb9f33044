import { wireUser } from './wire-user.ts'

/** Always the same: a database is stamped with its bot's id. New apps have a bot of their own id. */
export const botId = '1090000000000000001'

/** Shaped as Discord's: the first part is the bot's id in base64. Put together here, so that it looks like no secret anywhere. */
export const botToken = [
  Buffer.from(botId).toString('base64').replace(/=+$/, ''),
  'SaNdBx',
  'this-opens-nothing-but-the-sandbox-0000',
].join('.')

export const bot = wireUser({
  id: botId,
  username: 'Passerby',
  discriminator: '4242',
  global_name: null,
  avatar: null,
  bot: true,
})

const owner = wireUser({
  id: '1090000000000000000',
  username: 'sandbox.owner',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: false,
})

/** https://docs.discord.com/developers/resources/application#application-object */
export const application = {
  id: botId,
  name: 'Passerby',
  icon: null,
  description: '',
  type: null,
  bot,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  flags_new: '0',
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner,
  approximate_guild_count: 0,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
} as const

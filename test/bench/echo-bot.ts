// The bare minimum of a bot: answers every message with itself.

import { Bot } from 'grammy'

const token = process.env['TELEGRAM_TOKEN'] ?? ''
const apiRoot = process.env['TELEGRAM_API_ROOT'] ?? ''
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message', (context) => context.reply(context.message.text ?? '?'))
process.once('SIGTERM', () => void bot.stop())
await bot.start()

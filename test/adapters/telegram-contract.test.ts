import { createTelegramAdapter } from '../../adapters/telegram/main.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { adapterContract } from './contract/adapter-contract.ts'

adapterContract({
  platform: 'telegram',
  createSandbox: createTelegramSandbox,
  createAdapter: (options) =>
    createTelegramAdapter({
      ...options,
      profile: { description: 'Talk to strangers.', shortDescription: 'Strangers' },
    }),
  wrongToken: '7000000001:WRONG-but-of-the-right-shape-for-a-bot',
  methods: {
    send: 'sendMessage',
    edit: 'editMessageText',
    delete: 'deleteMessage',
    react: 'setMessageReaction',
    writeMenu: 'setMyCommands',
  },
  refused: {
    contact: 'contact',
    story: 'story',
    game: 'game',
    invoice: 'invoice',
    'paid-media': 'paid-media',
    giveaway: 'giveaway',
    checklist: 'checklist',
    unknown: 'unknown',
  },
  hasAlbums: true,
  tells: { typing: false, blocking: true },
  hasPositions: false,
  waits: { grainMs: 1000, tellsPlatformFromLane: false },
  departures: {
    'has blocked the bot': (person) => person.block(),
    'has deleted the account': (person) => person.deleteAccount(),
  },
})

import { createDiscordAdapter } from '../../adapters/discord/main.ts'
import type { DiscordPerson } from '../../src/sandbox/discord/discord-person.ts'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import type { SandboxPerson } from '../../src/sandbox/person.ts'
import { adapterContract } from './contract/adapter-contract.ts'

function onDiscord(person: SandboxPerson): DiscordPerson {
  if (isOnDiscord(person)) return person
  throw new Error('Somebody of another platform is on Discord.')
}

function isOnDiscord(person: SandboxPerson): person is DiscordPerson {
  return person.platform === 'discord'
}

adapterContract({
  platform: 'discord',
  createSandbox: createDiscordSandbox,
  createAdapter: (options) =>
    createDiscordAdapter({ ...options, identifyIntervalMs: 0, requestsPerSecond: Infinity }),
  wrongToken: `${Buffer.from('1090000000000000001').toString('base64url')}.wrong1.${'x'.repeat(38)}`,
  methods: {
    send: 'POST message',
    edit: 'PATCH message',
    delete: 'DELETE message',
    react: 'PUT reaction',
    writeMenu: 'PUT commands',
  },
  refused: { unknown: 'unknown' },
  // Several files are one message.
  hasAlbums: false,
  tells: { typing: true, blocking: false },
  hasPositions: true,
  waits: { grainMs: 1, tellsPlatformFromLane: true },
  departures: {
    'has blocked the bot': (person) => person.block(),
    'has deleted the account': (person) => person.deleteAccount(),
    'has closed their DMs': (person) => onDiscord(person).setReach('dms-closed'),
    'shares no server with the bot': (person) => onDiscord(person).setReach('no-mutual-guilds'),
  },
})

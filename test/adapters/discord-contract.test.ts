import { createDiscordAdapter } from '../../adapters/discord/main.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { DiscordPerson } from '../../src/sandbox/discord/discord-person.ts'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import type { SandboxPerson } from '../../src/sandbox/person.ts'
import { adapterContract } from './contract/adapter-contract.ts'
import type { ContractSetup } from './contract/contract-setup.ts'
import { describeSenders } from './contract/senders.ts'

function onDiscord(person: SandboxPerson): DiscordPerson {
  if (isOnDiscord(person)) return person
  throw new Error('Somebody of another platform is on Discord.')
}

function isOnDiscord(person: SandboxPerson): person is DiscordPerson {
  return person.platform === 'discord'
}

const setup: ContractSetup = {
  platform: 'discord',
  createSandbox: createDiscordSandbox,
  createAdapter: (options) =>
    createDiscordAdapter({
      ...options,
      promptOf: () => undefined,
      identifyIntervalMs: 0,
      requestsPerSecond: Infinity,
    }),
  wrongToken: `${Buffer.from('1090000000000000001').toString('base64url')}.wrong1.${'x'.repeat(38)}`,
  methods: {
    send: 'POST message',
    edit: 'PATCH message',
    delete: 'DELETE message',
    react: 'PUT reaction',
    writeMenu: 'PUT commands',
  },
  refused: { unknown: 'unknown' },
  files: {
    sent: [
      { sent: 'photo', sample: 'photo.jpg', kind: 'photo', type: 'image/jpeg' },
      { sent: 'video', sample: 'video.mp4', kind: 'video', type: 'video/mp4', durationMs: 3000 },
      { sent: 'animation', sample: 'animation.gif', kind: 'animation', type: 'image/gif' },
      { sent: 'audio', sample: 'audio.mp3', kind: 'audio', type: 'audio/mpeg', durationMs: 4049 },
      { sent: 'voice', sample: 'voice.ogg', kind: 'voice', type: 'audio/ogg', durationMs: 3000 },
      {
        sent: 'sticker',
        sample: 'sticker.png',
        kind: 'sticker',
        type: 'image/apng',
        motion: 'frames',
        hasSize: false,
      },
      {
        sent: 'sticker',
        sample: 'sticker.json',
        kind: 'sticker',
        type: 'application/json',
        motion: 'lottie',
        hasSize: false,
      },
      {
        sent: 'sticker',
        sample: 'animation.gif',
        kind: 'sticker',
        type: 'image/gif',
        motion: 'frames',
        hasSize: false,
      },
      { sent: 'document', sample: 'document.pdf', kind: 'document', type: 'application/pdf' },
    ],
    shown: [
      { form: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', width: 800 } },
      { form: 'video', sample: 'video.mp4', shown: { kind: 'video' } },
      { form: 'animation', sample: 'animation.gif', shown: { kind: 'animation' } },
      { form: 'animation', sample: 'animation.mp4', shown: { kind: 'video' } },
      { form: 'audio', sample: 'audio.mp3', shown: { kind: 'audio' } },
      {
        form: 'voice',
        sample: 'voice.ogg',
        shown: { kind: 'voice', durationS: 3, waveform: 'AAECAw==' },
        facts: { durationMs: 3000, waveform: new Uint8Array([0, 1, 2, 3]) },
      },
      // Without its loudness it can be no voice message.
      { form: 'voice', sample: 'voice.ogg', shown: { kind: 'audio' } },
      {
        form: 'document',
        sample: 'document.pdf',
        shown: { kind: 'document', name: 'document-1.pdf' },
      },
    ],
    saidOtherwise: [
      { sent: 'gifv-at-once', content: { kind: 'media', files: [{ kind: 'animation' }] } },
      { sent: 'forward-photo', content: { kind: 'media', files: [{ kind: 'photo' }] } },
      { sent: 'forward', content: { kind: 'text' } },
      { sent: 'poll', content: { kind: 'text', text: plain('Shall we meet?\n• Yes\n• No') } },
    ],
    sending: /^POST message$/,
  },
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
}

adapterContract(setup)
describeSenders(setup)

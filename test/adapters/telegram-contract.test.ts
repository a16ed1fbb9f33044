import { createTelegramAdapter } from '../../adapters/telegram/main.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { plain } from '../../src/core/rich-text.ts'
import { adapterContract } from './contract/adapter-contract.ts'
import type { ContractSetup } from './contract/contract-setup.ts'
import { describeAskingAndProtecting } from './contract/asking-and-protecting.ts'
import { describeSenders } from './contract/senders.ts'

const profile = { description: 'Talk to strangers.', shortDescription: 'Strangers' }

const setup: ContractSetup = {
  platform: 'telegram',
  createSandbox: createTelegramSandbox,
  createAdapter: (options) =>
    createTelegramAdapter({
      ...options,
      profile: { en: profile, es: profile, ru: profile, ar: profile },
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
  files: {
    sent: [
      { sent: 'photo', sample: 'photo.jpg', kind: 'photo', type: 'image/jpeg' },
      {
        sent: 'video',
        sample: 'video.mp4',
        kind: 'video',
        type: 'video/mp4',
        durationMs: 3000,
      },
      {
        sent: 'animation',
        sample: 'animation.mp4',
        kind: 'animation',
        type: 'video/mp4',
        durationMs: 2000,
      },
      { sent: 'audio', sample: 'audio.mp3', kind: 'audio', type: 'audio/mpeg', durationMs: 2000 },
      { sent: 'voice', sample: 'voice.ogg', kind: 'voice', type: 'audio/ogg', durationMs: 3000 },
      {
        sent: 'video-note',
        sample: 'video-note.mp4',
        kind: 'video-note',
        type: 'video/mp4',
        durationMs: 2000,
      },
      {
        sent: 'sticker',
        sample: 'sticker.webp',
        kind: 'sticker',
        type: 'image/webp',
        motion: 'still',
        emoji: '👋',
      },
      {
        sent: 'sticker',
        sample: 'sticker.tgs',
        kind: 'sticker',
        type: 'application/x-tgsticker',
        motion: 'lottie',
        emoji: '👋',
      },
      {
        sent: 'sticker',
        sample: 'sticker.webm',
        kind: 'sticker',
        type: 'video/webm',
        motion: 'frames',
        emoji: '👋',
      },
      { sent: 'document', sample: 'document.pdf', kind: 'document', type: 'application/pdf' },
    ],
    shown: [
      { form: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', width: 800 } },
      {
        form: 'video',
        sample: 'video.mp4',
        shown: { kind: 'video', durationS: 3, width: 480 },
        facts: { durationMs: 3000, width: 480, height: 360 },
      },
      { form: 'animation', sample: 'animation.mp4', shown: { kind: 'animation' } },
      { form: 'animation', sample: 'animation.gif', shown: { kind: 'animation' } },
      {
        form: 'audio',
        sample: 'audio.mp3',
        shown: { kind: 'audio', durationS: 4 },
        facts: { durationMs: 4000 },
      },
      {
        form: 'voice',
        sample: 'voice.ogg',
        shown: { kind: 'voice', durationS: 3 },
        facts: { durationMs: 3000 },
      },
      {
        form: 'video-note',
        sample: 'video-note.mp4',
        shown: { kind: 'video-note', width: 240 },
        facts: { durationMs: 2000, width: 240, height: 240 },
      },
      { form: 'sticker', sample: 'sticker.webp', shown: { kind: 'sticker' } },
      { form: 'sticker', sample: 'sticker.tgs', shown: { kind: 'sticker' } },
      { form: 'sticker', sample: 'sticker.webm', shown: { kind: 'sticker' } },
      {
        form: 'document',
        sample: 'document.pdf',
        shown: { kind: 'document', name: 'document-1.pdf' },
      },
      { form: 'document', sample: 'animation.gif', shown: { kind: 'document' } },
    ],
    saidOtherwise: [
      { sent: 'location', content: { kind: 'place', place: { venue: undefined } } },
      { sent: 'dice', content: { kind: 'text' } },
      {
        sent: 'poll',
        content: { kind: 'text', text: plain('Tea or coffee?\n• Tea\n• Coffee') },
      },
      { sent: 'forward', content: { kind: 'text', text: plain('What somebody else has said') } },
    ],
    sending: /^send(?:Photo|MediaGroup)$/,
  },
  hasAlbums: true,
  tells: { typing: false, blocking: true },
  hasPositions: false,
  waits: { grainMs: 1000, tellsPlatformFromLane: false },
  departures: {
    'has blocked the bot': (person) => person.block(),
    'has deleted the account': (person) => person.deleteAccount(),
  },
}

adapterContract(setup)
describeAskingAndProtecting(setup)
describeSenders(setup)

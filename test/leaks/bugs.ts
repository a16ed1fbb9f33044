// Bugs to be seeded, to show that the search finds such: each takes one scrub out, and is on only while it is named.

interface Patch {
  readonly file: string
  /** Found in the file exactly once. */
  readonly find: string
  readonly replace: string
}

export interface Bug {
  readonly name: string
  readonly patches: readonly Patch[]
  /** What must be told for it to show: the kind of message, and the place that matters. */
  readonly from: 'telegram' | 'discord'
  readonly base: string
  readonly also: string
  /** Ends every leak that shows it. */
  readonly shows: string
}

const isOn = (name: string): string => `globalThis.seededLeak === '${name}'`

export const bugs: readonly Bug[] = [
  {
    name: 'file-name',
    patches: [
      {
        file: 'adapters/telegram/inbound-media.ts',
        find: 'const { file_id: id, file_unique_id: identity, file_size: size } = file\n',
        replace:
          'const { file_id: id, file_unique_id: identity, file_size: size } = file\n;(globalThis.fileNames ??= new Map()).set(id, file.file_name)\n',
      },
      {
        file: 'src/media/media-works.ts',
        find: `result.kind === 'ready' ? result.file :`,
        replace: `result.kind === 'ready' ? (${isOn('file-name')} ? { ...result.file, name: globalThis.fileNames.get(file.media.file.ref) } : result.file) :`,
      },
    ],
    from: 'telegram',
    base: 'video',
    also: 'message.video.file_name',
    shows: 'message.video.file_name',
  },
  {
    name: 'text-mention',
    patches: [
      {
        file: 'adapters/telegram/format.ts',
        find: `case 'text_mention':\n`,
        replace: `case 'text_mention':\nif (${isOn('text-mention')}) return { kind: 'link', url: 'tg://user?id=' + entity.user.id }\n`,
      },
      // The core would not say such an address either.
      {
        file: 'src/core/reduce-links.ts',
        find: 'const isWebAddress = (url: string): boolean =>',
        replace: `const isWebAddress = (url: string): boolean => ${isOn('text-mention')} ||`,
      },
    ],
    from: 'telegram',
    base: 'text',
    also: 'message.entities[]<text_mention>',
    shows: 'message.entities[]<text_mention>.user.id',
  },
  {
    name: 'snapshot-channel',
    patches: [
      {
        file: 'adapters/discord/message-content.ts',
        find: 'said(forwarded.message, place, cdn)',
        replace: `said(${isOn('snapshot-channel')} ? { ...forwarded.message, content: forwarded.message.content + ' from ' + message.message_reference.channel_id } : forwarded.message, place, cdn)`,
      },
    ],
    from: 'discord',
    base: 'forward',
    also: 'create.message_snapshots',
    shows: 'create.message_reference.channel_id',
  },
  {
    name: 'metadata',
    patches: [
      {
        file: 'src/media/media-works.ts',
        find: "const result = await this.#workshop.do(this.#job(file, bytes), signal)\n    if (result.kind === 'refused') throw new MediaRefused(result.reason)\n    const ready =",
        replace: `const raw = bytes.slice()\nconst result = await this.#workshop.do(this.#job(file, bytes), signal)\n    if (result.kind === 'refused') throw new MediaRefused(result.reason)\n    const ready = ${isOn('metadata')} ? { ...result.file, bytes: raw } :`,
      },
    ],
    from: 'telegram',
    base: 'photo',
    also: 'message.caption',
    shows: 'the owner of a sample file',
  },
  {
    name: 'forward-origin',
    patches: [
      {
        file: 'adapters/telegram/content.ts',
        find: `toRichText(message.text ?? '', message.entities ?? [])`,
        replace: `toRichText((${isOn('forward-origin')} ? 'Forwarded from ' + message.forward_origin?.sender_user?.first_name + ': ' : '') + (message.text ?? ''), message.entities ?? [])`,
      },
    ],
    from: 'telegram',
    base: 'text',
    also: 'message.forward_origin<user>',
    shows: 'message.forward_origin<user>.sender_user.first_name',
  },
  {
    name: 'whole-poll',
    patches: [
      {
        file: 'adapters/discord/message-content.ts',
        find: `question.text ?? '',\n`,
        replace: `question.text ?? '',\n...(${isOn('whole-poll')} ? [JSON.stringify(answers)] : []),\n`,
      },
    ],
    from: 'discord',
    base: 'poll',
    also: 'create.poll',
    shows: 'create.poll.answers[].answer_id',
  },
]

import type { SandboxPerson } from '../../src/sandbox/person.ts'
import type { Random } from './random.ts'
import { type FileKind, tagFile } from './tagged-file.ts'
import { tagText } from './tagged-text.ts'

export interface Saying {
  readonly author: string
  readonly number: number
  readonly random: Random
  readonly replyTo: string | undefined
}

const mostInAlbum = 10

/** Says something: mostly words, now and then files with or without words. */
export async function speak(person: SandboxPerson, saying: Saying): Promise<void> {
  const { author, number, random } = saying
  const { platform } = person
  const reply = saying.replyTo === undefined ? {} : { replyTo: saying.replyTo }
  const chosen = random.chance(0.08) ? chooseFiles(random) : undefined
  if (!chosen) {
    const { text, options } = tagText({ author, number, files: 0 }, platform, random)
    person.say(text, { ...options, ...reply })
    return
  }
  const { kind, count } = chosen
  // Discord's app puts no words beside a voice message.
  const hasWords = random.chance(0.5) && !(kind === 'voice' && platform === 'discord')
  const words = hasWords ? tagText({ author, number, files: count }, platform, random) : undefined
  const total = words?.total ?? count
  const files = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      tagFile(kind, { author, number, piece: at + 1, total }),
    ),
  )
  const caption = words && { ...words.options, caption: words.text }
  person.sendFiles(kind, files, { ...caption, ...reply })
}

function chooseFiles(random: Random): { readonly kind: FileKind; readonly count: number } {
  const drawn = random.next()
  if (drawn < 0.2) return { kind: 'voice', count: 1 }
  if (drawn < 0.35) return { kind: 'document', count: 1 }
  if (drawn < 0.6) return { kind: 'photo', count: 1 }
  const count = random.chance(0.1) ? mostInAlbum : random.between(2, 4)
  return { kind: drawn < 0.7 ? 'document' : 'photo', count }
}

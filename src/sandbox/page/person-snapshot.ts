import type { SandboxPerson, SeenMessage } from '../person.ts'
import { appLanguage } from './app-language.ts'
import { fileAddress } from './file-address.ts'
import { refusesVoice } from './voice-refusal.ts'

const longestChat = 200

/** What a page knows of one person: of files where they are and what they are, never the bytes. */
export function personSnapshot(person: SandboxPerson): object {
  const { platform, id, name, username, hasBlocked, typingSeen } = person
  const chat = person.chat.slice(-longestChat).map((message) => messageSnapshot(person, message))
  const app = {
    language: appLanguage(person),
    commands: person.shownCommands ?? [],
    dialog: person.dialog,
  }
  const more = { hasBlocked, refusesVoice: refusesVoice(person), typingSeen, chat }
  return { platform, id, name, username, ...app, ...more }
}

function messageSnapshot(person: SandboxPerson, message: SeenMessage): object {
  const files = message.files.map((file, index) => {
    const { bytes, ...about } = file
    return { ...about, size: bytes.length, address: fileAddress(person, message, index, file) }
  })
  return { ...message, files }
}

import type { Fault, FaultRule } from '../server.ts'

interface ArmedRule {
  readonly rule: FaultRule
  left: number
}

/** What the bot does in a chat, the indication that it types apart. */
const sendingMethods = new Set([
  'sendMessage',
  'sendPhoto',
  'sendVideo',
  'sendAnimation',
  'sendAudio',
  'sendVoice',
  'sendVideoNote',
  'sendSticker',
  'sendDocument',
  'sendMediaGroup',
  'sendLocation',
  'sendVenue',
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'editMessageReplyMarkup',
  'deleteMessage',
  'setMessageReaction',
])

/** Faults that only some requests can have; the first of them where a rule names none. */
const onlyMethods: Readonly<Partial<Record<Fault['kind'], readonly string[]>>> = {
  trickle: ['GET file'],
  truncated: ['GET file'],
  redirect: ['GET file'],
  'wrong-length': ['GET file', 'getFile'],
  'partial-album': ['sendMediaGroup'],
}

/** The faults to come, in the order of their injection. */
export class Faults {
  #armed: ArmedRule[] = []

  inject(rule: FaultRule): void {
    const possible = onlyMethods[rule.fault.kind]
    if (rule.method !== undefined && possible?.includes(rule.method) === false) {
      throw new Error(`${rule.method} cannot have the fault ${rule.fault.kind}`)
    }
    this.#armed.push({ rule, left: rule.times ?? 1 })
  }

  clear(): void {
    this.#armed = []
  }

  /** The fault that this request meets, used up by it. */
  take(method: string, person: string | undefined): Fault | undefined {
    const hit = this.#armed.find(({ rule, left }) => left > 0 && hits(rule, method, person))
    if (hit === undefined) return undefined
    hit.left -= 1
    if (hit.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== hit)
    return hit.rule.fault
  }
}

function hits(rule: FaultRule, method: string, person: string | undefined): boolean {
  const named = rule.method ?? onlyMethods[rule.fault.kind]?.[0]
  const isMethod = named === undefined ? sendingMethods.has(method) : named === method
  return isMethod && (rule.person === undefined || rule.person.id === person)
}

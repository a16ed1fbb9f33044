import type { Fault, FaultRule } from '../server.ts'

interface ArmedRule {
  readonly rule: FaultRule
  left: number
}

/** What the bot does in a chat, the indication that it types apart. */
const sendingMethods = new Set([
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'setMessageReaction',
])

/** The faults to come, in the order of their injection. */
export class Faults {
  #armed: ArmedRule[] = []

  inject(rule: FaultRule): void {
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
  const isMethod = rule.method === undefined ? sendingMethods.has(method) : rule.method === method
  return isMethod && (rule.person === undefined || rule.person.id === person)
}

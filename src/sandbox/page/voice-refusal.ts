import type { SandboxPerson } from '../person.ts'

const refusers = new WeakSet<SandboxPerson>()

/** Sets it in the person's app, which tells nobody afterwards how it is set. */
export function setVoiceRefusal(person: SandboxPerson, isForbidden: boolean): void {
  if (isForbidden) refusers.add(person)
  else refusers.delete(person)
  person.forbidVoice(isForbidden)
}

/** Whether it was set on the page. */
export const refusesVoice = (person: SandboxPerson): boolean => refusers.has(person)

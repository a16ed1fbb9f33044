import { act } from './api.js'
import { el } from './dom.js'
import { LanguageChoice } from './language-choice.js'

const names = { telegram: 'Telegram', discord: 'Discord' }

export const platformName = ({ platform }) => names[platform]

/** Above the app: whose it is, and how it is set. */
export class PersonBar {
  #language
  #block
  #voice
  element

  /** `toggleBlock` blocks the bot or takes it back. */
  constructor(person, toggleBlock) {
    this.#language = new LanguageChoice(person)
    this.#block = el('button', { type: 'button', class: 'block', onclick: toggleBlock })
    this.#voice = el(
      'button',
      {
        type: 'button',
        class: 'block',
        title: 'Voice and video messages are refused, as Premium allows',
        onclick: () => this.#toggleVoice(person),
      },
      'No voice',
    )
    this.element = el(
      'header',
      { class: 'person' },
      el('i', { class: 'face', 'aria-hidden': 'true' }, initials(person.name)),
      el(
        'h2',
        {},
        person.name,
        el(
          'small',
          {},
          [person.username && `@${person.username}`, platformName(person)]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      this.#language.element,
      // A setting of Telegram's alone.
      person.platform === 'telegram' && this.#voice,
      this.#block,
    )
  }

  update(person) {
    this.#language.update(person)
    this.#voice.setAttribute('aria-pressed', String(person.refusesVoice))
    this.#block.textContent = person.hasBlocked ? 'Unblock bot' : 'Block bot'
  }

  #toggleVoice(person) {
    const isForbidden = this.#voice.getAttribute('aria-pressed') !== 'true'
    return act(person, { kind: 'forbid-voice', isForbidden })
  }
}

function initials(name) {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
}

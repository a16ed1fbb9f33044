import { act } from './api.js'
import { el } from './dom.js'

const languages = { en: 'English', es: 'Español', ru: 'Русский', ar: 'العربية' }

/** What a person's app is set to: the bot speaks to them in it. */
export class LanguageChoice {
  element

  constructor(person) {
    this.element = el(
      'select',
      {
        class: 'language',
        'aria-label': `Language of ${person.name}'s app`,
        onchange: () => void act(person, { kind: 'speak', language: this.element.value }),
      },
      Object.entries(languages).map(([code, name]) =>
        el('option', { value: code, title: name }, code.toUpperCase()),
      ),
    )
  }

  update({ language }) {
    this.element.value = language in languages ? language : 'en'
    this.element.title = `Language of the app: ${languages[this.element.value]}`
  }
}

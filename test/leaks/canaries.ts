/** A value that nobody else would say, and where it was put. */
export interface Canary {
  /** Where in the update, such as `message.entities[]<text_mention>.user.first_name`. */
  readonly place: string
  /** The id of the person in whose update it is. */
  readonly sender: string
}

const numberMark = '31415926'
const digits = 7
/** Letters alone: no platform's markup changes them, and no app makes links or commands of them. */
const wordMark = 'qzx'
const letters = 'bcdfghjklm'
const pattern = new RegExp(
  `${wordMark}([${letters}]{${digits}})|${numberMark.split('').join('\\.?')}(\\d{${digits}})`,
  'g',
)
export const wordLength = wordMark.length + digits

export class Canaries {
  readonly #all: Canary[] = []

  get count(): number {
    return this.#all.length
  }

  word(place: string, sender: string): string {
    const number = this.#put(place, sender)
    return wordMark + Array.from(number, (digit) => letters[Number(digit)]).join('')
  }

  /** Below 2^53, and with its mark in front whatever it is multiplied by that ends in zeros. */
  number(place: string, sender: string): number {
    return Number(numberMark + this.#put(place, sender))
  }

  /** Of the year 2017, and like no id that the sandbox makes. */
  snowflake(place: string, sender: string): string {
    return `${numberMark}${this.#put(place, sender)}000`
  }

  /** A degree of latitude or longitude. */
  degree(place: string, sender: string): number {
    return Number(`3.1415926${this.#put(place, sender)}`)
  }

  /** All that are in the text. */
  findIn(text: string): readonly Canary[] {
    return [...text.matchAll(pattern)].flatMap(([, word, number]) => {
      const spelled =
        word === undefined ? number : Array.from(word, (letter) => letters.indexOf(letter)).join('')
      return this.#all[Number(spelled)] ?? []
    })
  }

  #put(place: string, sender: string): string {
    this.#all.push({ place, sender })
    return String(this.#all.length - 1).padStart(digits, '0')
  }
}

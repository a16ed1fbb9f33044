import { writeTap } from '../../src/core/tap.ts'
import type { Character } from '../support/character.ts'
import type { World } from '../support/world.ts'
import type { Cell } from './state-table.ts'

type Platform = 'telegram' | 'discord'
export type Past = 'no room yet' | 'rooms' | 'under age'

/** After these somebody is not who they were before. */
const changing =
  /^\/block$|"I am under|"Yes, block them" of (?:this|an earlier)|"Yes, forget|"Meet again|^tap on (?!a forged|a no|a screen)|blocks the bot/

/** People whom a cell leaves as it found them: the next one needs nobody new, and asks nobody how old they are. */
export class Regulars {
  readonly #free = new Map<string, Character[]>()

  /** Somebody who has answered everything and looks for nobody, or who is under age. */
  async come(world: World, platform: Platform, past: Past): Promise<Character> {
    const regular = this.#free.get(`${platform} ${past}`)?.pop()
    if (regular) {
      regular.news()
      return regular
    }
    const newcomer = world[platform]()
    await newcomer.joins()
    await newcomer.asks('stop')
    if (past === 'under age') {
      await newcomer.person.tap(newcomer.latest().id, writeTap({ kind: 'age', adult: false }))
      await world.settle()
    }
    return newcomer
  }

  /** May come again, if nothing has changed for them. */
  go(cell: Cell, platform: Platform, past: Past, person: Character): void {
    if (changing.test(cell.input)) return
    const key = `${platform} ${past}`
    this.#free.set(key, [...(this.#free.get(key) ?? []), person])
  }
}

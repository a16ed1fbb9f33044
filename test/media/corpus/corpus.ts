import type { CorpusFile } from './corpus-file.ts'
import { films } from './films.ts'
import { jpegs } from './jpegs.ts'
import { lotties } from './lotties.ts'
import { pictures } from './pictures.ts'
import { sounds } from './sounds.ts'

/** Files of every format that people send, in each of which its sender is named in every way that the format knows. */
export async function makeCorpus(): Promise<readonly CorpusFile[]> {
  return [...(await jpegs()), ...(await pictures()), ...films(), ...sounds(), ...lotties()]
}

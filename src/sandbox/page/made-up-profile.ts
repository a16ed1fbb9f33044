const firstNames = [
  'Ada',
  'Bo',
  'Cleo',
  'Dot',
  'Emil',
  'Fay',
  'Gus',
  'Hope',
  'Ivo',
  'Joy',
  'Kit',
  'Lux',
]
const lastNames = ['Example', 'Sample', 'Placeholder', 'Specimen', 'Pretend', 'Madeup']

/** A profile that nobody takes for a real one and that nobody in `taken` has. */
export function madeUpProfile(taken: readonly string[]): {
  readonly name: string
  readonly username: string
} {
  for (let index = taken.length; ; index += 1) {
    const first = firstNames[index % firstNames.length] ?? ''
    const last = lastNames[index % lastNames.length] ?? ''
    const round = Math.floor(index / firstNames.length)
    const name = `${first} ${last}${round === 0 ? '' : ` ${round + 1}`}`
    if (!taken.includes(name)) return { name, username: name.toLowerCase().replaceAll(' ', '_') }
  }
}

const sayings = [
  'hi',
  'hey, how are you?',
  'not bad, just got home from work. you?',
  'lol',
  'where are you from, if you do not mind me asking',
  'I was about to make tea and then I saw that somebody was here 😄',
  'да, немного говорю по-русски, но не очень хорошо',
  'what kind of music do you listen to?',
  'mostly old stuff, my parents had a wall of records and I never really got over it. and films, if they are slow enough',
  'ok',
  'haha same 😂',
  'It is strange how one can talk to somebody for an hour without knowing a single thing about them that would be on a form. I like it, to be honest: nobody expects anything, and still one ends up telling more than to most people at work.',
] as const

/** What people write to each other, mostly short. Numbered, so that each can be told from the others. */
export function saying(number: number): string {
  return `${number} ${sayings[number % sayings.length] ?? ''}`
}

/** The number of a saying; `undefined` for everything else. */
export function numberOf(text: string): number | undefined {
  const number = Number.parseInt(text, 10)
  return Number.isNaN(number) ? undefined : number
}

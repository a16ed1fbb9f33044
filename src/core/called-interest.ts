import { type CuratedInterest, curatedInterests } from './interest.ts'

/** What they are called beside English: whoever types one of these means it. A test holds them to the catalogues. */
const foreignWords: Readonly<Record<CuratedInterest, readonly string[]>> = {
  music: ['música', 'музыка', 'موسيقى'],
  films: ['cine', 'кино', 'أفلام'],
  series: ['series', 'сериалы', 'مسلسلات'],
  books: ['libros', 'книги', 'كتب'],
  games: ['juegos', 'игры', 'ألعاب'],
  anime: ['anime', 'аниме', 'أنمي'],
  art: ['arte', 'искусство', 'فن'],
  photography: ['fotografía', 'фотография', 'تصوير'],
  cooking: ['cocina', 'кулинария', 'طبخ'],
  travel: ['viajes', 'путешествия', 'سفر'],
  sports: ['deporte', 'спорт', 'رياضة'],
  fitness: ['fitness', 'фитнес', 'لياقة'],
  nature: ['naturaleza', 'природа', 'طبيعة'],
  animals: ['animales', 'животные', 'حيوانات'],
  science: ['ciencia', 'наука', 'علوم'],
  technology: ['tecnología', 'технологии', 'تقنية'],
  history: ['historia', 'история', 'تاريخ'],
  languages: ['idiomas', 'языки', 'لغات'],
  psychology: ['psicología', 'психология', 'علم النفس'],
  fashion: ['moda', 'мода', 'أزياء'],
  memes: ['memes', 'мемы', 'ميمز'],
  writing: ['escritura', 'творчество', 'كتابة'],
  dancing: ['baile', 'танцы', 'رقص'],
  football: ['fútbol', 'футбол', 'كرة القدم'],
}

/** Without case and accents, which many leave out. */
const bare = (words: string): string =>
  words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const called: ReadonlyMap<string, CuratedInterest> = new Map(
  curatedInterests.flatMap((interest) =>
    [interest, ...foreignWords[interest]].map((words) => [bare(words), interest] as const),
  ),
)

/** What is to be chosen from the list and called so in a language of the service. */
export const calledInterest = (words: string): CuratedInterest | undefined =>
  called.get(bare(words))

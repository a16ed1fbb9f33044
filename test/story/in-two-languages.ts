import type { Character } from '../support/character.ts'

/** What stands on buttons, and what is told after a room, in one language. */
export interface Words {
  readonly locale: string
  readonly buttons: Readonly<
    Record<
      'adult' | 'unsaid' | 'anyone' | 'again' | 'shareYes' | 'shareToo' | 'shareNo' | 'shareBack',
      string
    >
  >
  readonly paired: RegExp
  readonly theyLeft: RegExp
  readonly youLeft: RegExp
  readonly rated: RegExp
  readonly wished: RegExp
  readonly metAgain: RegExp
  readonly looking: RegExp
  readonly asked: RegExp
  readonly waits: RegExp
  readonly withdrawn: RegExp
  readonly declined: RegExp
  readonly offered: RegExp
  readonly swapped: RegExp
  readonly noHandle: RegExp
  readonly topic: RegExp
  readonly outdated: RegExp
}

export const english: Words = {
  locale: 'en-US',
  buttons: {
    adult: 'I am 18',
    unsaid: 'Rather not say',
    anyone: 'Anyone',
    again: 'Meet again',
    shareYes: 'Yes, if they do too',
    shareToo: 'Swap names',
    shareNo: 'No',
    shareBack: 'Take it back',
  },
  paired: /now talking to/,
  theyLeft: /has left the chat/,
  youLeft: /left your chat/,
  rated: /thumbs up/,
  wished: /would like to meet them again/,
  metAgain: /both of you wanted to meet again/,
  looking: /Looking for/,
  asked: /but only if they agree/,
  waits: /Nobody sees a name until both agree/,
  withdrawn: /taken your offer back/,
  declined: /no names are swapped/,
  offered: /would like to swap names/,
  swapped: /You have swapped names/,
  noHandle: /no username/,
  topic: /A question for you both/,
  outdated: /out of date/,
}

export const russian: Words = {
  locale: 'ru',
  buttons: {
    adult: 'Мне есть 18',
    unsaid: 'Не скажу',
    anyone: 'Кто угодно',
    again: 'Встретиться снова',
    shareYes: 'Да, если и мне покажут',
    shareToo: 'Обменяться именами',
    shareNo: 'Нет',
    shareBack: 'Отозвать предложение',
  },
  paired: /Теперь вы говорите с/,
  theyLeft: /больше не в чате/,
  youLeft: /Вы вышли из чата/,
  rated: /палец вверх/,
  wished: /хотели бы встретиться снова/,
  metAgain: /вы оба хотели встретиться снова/,
  looking: /Ищем, с кем вам поговорить/,
  asked: /увидят, только если/,
  waits: /Никто не увидит имени/,
  withdrawn: /отозвали своё предложение/,
  declined: /именами вы не обмениваетесь/,
  offered: /хочет обменяться с вами именами/,
  swapped: /Вы обменялись именами/,
  noHandle: /нет имени пользователя/,
  topic: /Вопрос для вас обоих/,
  outdated: /кнопка устарела/,
}

/** From the first word to the waiting line, with an app that is set to this language. */
export async function joinsIn({ locale, buttons }: Words, who: Character): Promise<void> {
  if (who.person.platform === 'telegram') who.person.languageCode = locale
  else who.person.locale = locale
  await who.asks('start')
  await who.taps(buttons.adult)
  await who.taps(buttons.unsaid)
  await who.taps(buttons.anyone)
}

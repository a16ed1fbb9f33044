import { filesOf, type SendAction } from './action.ts'
import type { Ref } from './address.ts'
import type { Capabilities } from './capabilities.ts'
import { clean } from './clean.ts'
import type { Place, Sayable } from './content.ts'
import { fitText } from './fit.ts'
import { fitFiles, type FittedFiles, type Recipient } from './fit-files.ts'
import { plain } from './rich-text.ts'

/** What is said as the requests that carry it, in order; the first answers what is answered. None where nothing is left of it. */
export function fitContent(
  content: Sayable,
  from: Capabilities,
  to: Recipient,
  mayNameSender: boolean,
): FittedFiles {
  switch (content.kind) {
    case 'text':
      return { laid: textParts(content, to), refused: [] }
    case 'media': {
      const items = content.files.map((media, i) => ({
        number: i + 1,
        media,
        caption: i === 0 ? content.caption : plain(''),
      }))
      return fitFiles(items, from, to, mayNameSender)
    }
    case 'place': {
      if (to.capabilities.media.hasPlaces)
        return {
          laid: [
            {
              part: 0,
              action: { kind: 'send-place', place: tidy(content.place), replyTo: undefined },
            },
          ],
          refused: [],
        }
      const text = plain(inWords(content.place))
      return { laid: textParts({ kind: 'text', text }, to), refused: [] }
    }
  }
}

function textParts({ text }: Extract<Sayable, { kind: 'text' }>, to: Recipient) {
  return fitText(text, to.capabilities.text).map((part, i) => ({
    part: i,
    action: { kind: 'send', text: part, buttons: [], replyTo: undefined } as const,
  }))
}

/** What a venue is called may be anybody's words. */
function tidy({ venue, ...point }: Place): Place {
  const words = (text: string): string => clean(plain(text)).text
  return {
    ...point,
    venue: venue && { title: words(venue.title), address: words(venue.address) },
  }
}

/** A metre is the fifth decimal: https://wiki.openstreetmap.org/wiki/Precision_of_coordinates. The link: https://wiki.openstreetmap.org/wiki/Shortlink */
function inWords({ latitude, longitude, venue }: Place): string {
  const [north, east] = [latitude.toFixed(5), longitude.toFixed(5)]
  const link = `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=16/${north}/${east}`
  const lines = venue ? [venue.title, venue.address].filter((line) => line !== '') : []
  return `📍 ${[...lines, `${north}, ${east}`, link].join('\n')}`
}

/** The first of them answers, the others follow it. */
export function answering(
  laid: FittedFiles['laid'],
  replyTo: Ref | undefined,
): FittedFiles['laid'] {
  return laid.map((each, i) => (i === 0 ? { ...each, action: { ...each.action, replyTo } } : each))
}

/** The parts of its message that a request makes: each of its files is one, wherever it appears. */
export function partsOf(action: SendAction, part: number): readonly number[] {
  return action.kind === 'send-files' ? filesOf(action).map(({ number }) => number - 1) : [part]
}

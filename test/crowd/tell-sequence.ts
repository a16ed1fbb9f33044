import type { Deed, Sequence, Turn } from './sequence.ts'

/** A sequence in lines that can be read. */
export const tellSequence = ({ people, isPrompt, turns }: Sequence): readonly string[] => [
  `${people.map(({ platform, language }, i) => `${i}: ${platform} ${language ?? '-'}`).join(', ')}; pairs ${isPrompt ? 'at once' : 'when told'}`,
  ...turns.map(tellTurn),
]

function tellTurn({ afterMs, moves, pairs, pairingFails, sweeps, cut }: Turn): string {
  const words = moves.map(
    ({ who, deed, fails }) => `${who} ${tellDeed(deed)}${fails ? ' (fails)' : ''}`,
  )
  const also = [
    pairs === 'no' ? '' : `pairs ${pairs}`,
    pairingFails ? 'pairing fails' : '',
    sweeps ? 'sweeps' : '',
    cut === 'none' ? '' : `cut ${cut} commit`,
  ]
  return `+${afterMs} ms: ${[...words, ...also].filter((word) => word !== '').join(', ')}`
}

const tellDeed = ({ kind, ...more }: Deed): string => [kind, ...Object.values(more)].join(' ')

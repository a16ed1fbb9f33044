import type { Sequence, Turn } from './sequence.ts'

type StillFails = (sequence: Sequence) => Promise<boolean>

/** A sequence with as little in it as still fails: turn by turn and move by move is left out, as long as that helps. */
export async function shorten(sequence: Sequence, stillFails: StillFails): Promise<Sequence> {
  for (const shorter of shorterOnes(sequence))
    if (await stillFails(shorter)) return shorten(shorter, stillFails)
  return sequence
}

function* shorterOnes(sequence: Sequence): Generator<Sequence> {
  const { turns } = sequence
  for (const kept of [Math.floor(turns.length / 2), turns.length - 1])
    if (kept < turns.length) yield { ...sequence, turns: turns.slice(0, kept) }
  for (const [i, turn] of turns.entries()) {
    yield { ...sequence, turns: turns.toSpliced(i, 1) }
    for (const simpler of simplerTurns(turn))
      yield { ...sequence, turns: turns.toSpliced(i, 1, simpler) }
  }
}

function* simplerTurns(turn: Turn): Generator<Turn> {
  if (turn.moves.length > 1) {
    for (const [i] of turn.moves.entries()) yield { ...turn, moves: turn.moves.toSpliced(i, 1) }
  }
  for (const [i, move] of turn.moves.entries())
    if (move.fails) yield { ...turn, moves: turn.moves.with(i, { ...move, fails: false }) }
  if (turn.afterMs > 0) yield { ...turn, afterMs: 0 }
  if (turn.pairs !== 'no') yield { ...turn, pairs: 'no' }
  if (turn.pairingFails) yield { ...turn, pairingFails: false }
  if (turn.sweeps) yield { ...turn, sweeps: false }
  if (turn.cut !== 'none') yield { ...turn, cut: 'none' }
}

import { expect, test } from 'vitest'
import { applyReaction, fitReactions } from '../../src/core/fit-reactions.ts'

const one = { most: 1, allowed: new Set(['❤', '👍', '🤣']) }

test('a reaction that is allowed stays, without what only fonts care about', () => {
  expect(fitReactions(['❤️'], one)).toEqual({ emoji: ['❤'], unfit: [] })
  expect(fitReactions(['👍🏽'], one)).toEqual({ emoji: ['👍'], unfit: [] })
})

test('one that is not allowed becomes the nearest, or is said to have no likeness', () => {
  expect(fitReactions(['😂'], one)).toEqual({ emoji: ['🤣'], unfit: [] })
  expect(fitReactions(['🦖'], one)).toEqual({ emoji: [], unfit: ['🦖'] })
})

test('of more than can be shown the newest are', () => {
  expect(fitReactions(['👍', '🦖', '❤'], one)).toEqual({ emoji: ['❤'], unfit: ['🦖'] })
  expect(fitReactions(['a', 'b', 'c'], { most: 2, allowed: 'any' }).emoji).toEqual(['b', 'c'])
})

test('reactions are compared as sets', () => {
  expect(applyReaction(['👍'], { kind: 'added', emoji: '❤' })).toEqual(['👍', '❤'])
  expect(applyReaction(['👍', '❤'], { kind: 'added', emoji: '👍' })).toEqual(['❤', '👍'])
  expect(applyReaction(['👍', '❤'], { kind: 'removed', emoji: '👍' })).toEqual(['❤'])
  expect(applyReaction(['👍'], { kind: 'removed', emoji: '❤' })).toEqual(['👍'])
  expect(applyReaction(['👍'], { kind: 'set', emoji: [] })).toEqual([])
})

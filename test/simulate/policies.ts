import { oldestFirst } from './oldest-first.ts'
import { passerby } from './passerby-policy.ts'
import type { PolicyKind } from './policy.ts'

/** The baseline first, by which the others are judged. */
export const policies: readonly [PolicyKind, ...PolicyKind[]] = [oldestFirst, passerby]

import type { Locale } from './locale.ts'
import type { Platform } from './platform.ts'

/** Whom the service speaks to: where, and in which language. */
export interface Listener {
  readonly platform: Platform
  readonly locale: Locale
}

import { expect, test } from 'vitest'
import { locales } from '../../src/core/locale.ts'
import { platforms } from '../../src/core/platform.ts'
import { say } from '../../src/text/say.ts'

const facts = { operatorContact: 'hello@passerby.example' }

test.each(platforms.flatMap((platform) => locales.map((locale) => [platform, locale] as const)))(
  'a swapped name of %s is code in the language %s, so that no app takes it for somebody of its own',
  (platform, locale) => {
    const partner = 'Quiet Heron'
    const handle = 'john.io'
    const { text } = say({ kind: 'shared', partner, handle, platform }, facts, locale)
    const code = text.ranges.find(({ format }) => format.kind === 'code')
    const shown = text.text.slice(code?.start, code?.end)
    expect(shown?.replaceAll(/[⁨⁩]/g, '')).toBe(platform === 'telegram' ? '@john.io' : 'john.io')
  },
)

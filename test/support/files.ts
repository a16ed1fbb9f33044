import { ref, type Ref } from '../../src/core/address.ts'
import type { Content } from '../../src/core/content.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Platform } from '../../src/core/platform.ts'
import { plain } from '../../src/core/rich-text.ts'
import { media } from './media.ts'
import { inbound } from './service.ts'

export const photos = (
  identities: readonly string[],
  caption = '',
  album?: string,
  platform: Platform = 'telegram',
): Content => ({
  kind: 'media',
  files: identities.map((identity) => media(identity, { platform })),
  caption: plain(caption),
  album,
})

const at = (id: string, name: string): Ref => ref(`${id}/${name}`)

export const sent = (
  id: string,
  name: string,
  content: Content,
  platform: Platform = 'telegram',
): Inbound =>
  inbound(id, { kind: 'message', ref: at(id, name), content, replyTo: undefined }, platform)

export const changed = (
  id: string,
  name: string,
  content: Content,
  platform: Platform = 'telegram',
): Inbound => inbound(id, { kind: 'edited', ref: at(id, name), content }, platform)

export const gone = (id: string, names: readonly string[], platform?: Platform): Inbound =>
  inbound(id, { kind: 'deleted', refs: names.map((name) => at(id, name)) }, platform)

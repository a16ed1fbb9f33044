import type { Catalogue } from './catalogue.ts'
import type { Button } from '../core/button.ts'
import type { Tap } from '../core/notice.ts'
import { writeTap } from '../core/tap.ts'

export function button(
  wording: Catalogue,
  id: string,
  tap: Tap,
  style: Button['style'] = 'plain',
): Button {
  return labelled(wording.plain(id), tap, style)
}

export function labelled(label: string, tap: Tap, style: Button['style'] = 'plain'): Button {
  return { label, data: writeTap(tap), style }
}

// Files and their captions as requests that the recipient's platform can carry.

import type { CaptionedFile, SendAction } from './action.ts'
import type { Capabilities, FormCapability, MediaCapability } from './capabilities.ts'
import { fitText, fitUnderFile } from './fit.ts'
import type { AlbumItem } from './gathering.ts'
import { limits } from './limits.ts'
import type { MediaKind } from './media.ts'
import type { MediaWish } from './media-wish.ts'
import type { Platform } from './platform.ts'
import type { RefusedFile } from './refused-file.ts'
import { plain, type RichText } from './rich-text.ts'

export interface Recipient {
  readonly platform: Platform
  readonly capabilities: Capabilities
  readonly mediaWish: MediaWish
}

/** One request, and which part of its message it begins with: see `partsOf`. */
export interface Laid {
  readonly part: number
  readonly action: SendAction
}

export interface FittedFiles {
  readonly laid: readonly Laid[]
  /** Why files were left out: their sender is told, and the others go. */
  readonly refused: readonly (RefusedFile | { readonly why: 'unwanted' })[]
}

type OwnForm = Extract<FormCapability, { kind: 'own' }>

/** What a spoiler can hide, and what a recipient may not want to see at all. */
const shown: ReadonlySet<MediaKind> = new Set(['photo', 'video', 'animation', 'video-note'])

export function fitFiles(
  items: readonly AlbumItem[],
  from: Capabilities,
  to: Recipient,
  mayNameSender: boolean,
): FittedFiles {
  const refused: FittedFiles['refused'][number][] = []
  const fitting: (AlbumItem & { readonly file: Omit<CaptionedFile, 'caption'> })[] = []
  for (const item of items) {
    const file = fitFile(item, from, to, mayNameSender)
    if ('why' in file) refused.push(file)
    else fitting.push({ ...item, file })
  }
  // What was said under a file that does not go is said under another.
  const isSaid = fitting.some(({ caption }) => caption.text !== '')
  const spare = isSaid ? undefined : items.find(({ caption }) => caption.text !== '')?.caption
  const files: CaptionedFile[] = []
  const rests: (readonly RichText[])[] = []
  for (const [i, { file, caption: own }] of fitting.entries()) {
    const said = i === 0 ? (spare ?? own) : own
    const form = formOf(to.capabilities.media, file.form)
    const { caption, rest } = form.hasCaption
      ? fitUnderFile(said, to.capabilities.media.caption, to.capabilities.text)
      : { caption: plain(''), rest: fitText(said, to.capabilities.text) }
    files.push({ ...file, caption })
    rests.push(rest)
  }
  const laid: Laid[] = groups(files, to.capabilities.media).map((group) => ({
    part: (group[0]?.number ?? 1) - 1,
    action: { kind: 'send-files', files: group, replyTo: undefined },
  }))
  // What does not fit under the files is said behind them.
  const firstText = Math.max(0, ...items.map(({ number }) => number))
  const texts = rests.flat().map((text, i): Laid => ({
    part: firstText + i,
    action: { kind: 'send', text, buttons: [], replyTo: undefined },
  }))
  return { laid: [...laid, ...texts], refused }
}

function fitFile(
  { media, number }: AlbumItem,
  from: Capabilities,
  to: Recipient,
  mayNameSender: boolean,
): Omit<CaptionedFile, 'caption'> | FittedFiles['refused'][number] {
  const { media: capability } = to.capabilities
  if (to.mediaWish === 'refused' && shown.has(media.kind)) return { why: 'unwanted' }
  const form = formName(capability, media.kind)
  const own = formOf(capability, form)
  const isByReference =
    media.file.platform === to.platform && form === media.kind && capability.byReference.has(form)
  const limitBytes = isByReference ? Infinity : mostBytes(media.kind, from, own)
  if ((media.file.size ?? 0) > limitBytes) return { why: 'too-large', limitBytes }
  const wantsSpoiler = media.spoiler || (to.mediaWish === 'spoiler' && shown.has(media.kind))
  return {
    media,
    form,
    platform: to.platform,
    spoiler: wantsSpoiler && own.hasSpoiler,
    mayNameSender,
    isByReference,
    number,
  }
}

/** Photos are made smaller where they have to be; for the rest, what cannot be passed on is not fetched. */
function mostBytes(kind: MediaKind, from: Capabilities, { mostBytes: most }: OwnForm): number {
  const fetched = Math.min(from.media.mostFromPeople, limits.fileMostBytes)
  return kind === 'photo' || kind === 'sticker' ? fetched : Math.min(fetched, most)
}

function formName(capability: MediaCapability, kind: MediaKind): MediaKind {
  const form = capability.forms[kind]
  return form.kind === 'own' ? kind : formName(capability, form.form)
}

export function formOf(capability: MediaCapability, kind: MediaKind): OwnForm {
  const form = capability.forms[kind]
  return form.kind === 'own' ? form : formOf(capability, form.form)
}

/** Neighbours that the platform shows as one album. Where that is one message, it has one caption: files with their own stand alone. */
function groups(
  files: readonly CaptionedFile[],
  capability: MediaCapability,
): readonly (readonly CaptionedFile[])[] {
  const { most, isOneMessage } = capability.album
  const captions = files.filter(({ caption }) => caption.text !== '').length
  const standAlone = isOneMessage && captions > 1
  const found: CaptionedFile[][] = []
  let bytes = 0
  for (const file of files) {
    const group = found.at(-1)
    const { album, mostBytes: mostOfOne } = formOf(capability, file.form)
    const before = group?.[0] && formOf(capability, group[0].form).album
    const isNeighbour = album !== undefined && album === before
    const needed = file.isByReference ? 0 : Math.min(file.media.file.size ?? mostOfOne, mostOfOne)
    const hasRoom = (group?.length ?? most) < most && bytes + needed <= capability.mostInRequest
    if (group && hasRoom && isNeighbour && !standAlone) {
      group.push(file)
      bytes += needed
    } else {
      found.push([file])
      bytes = needed
    }
  }
  return found
}

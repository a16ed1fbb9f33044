// The words of a rich message, with the formatting that both platforms know: https://core.telegram.org/bots/api#richmessage

import type {
  RichBlock,
  RichBlockCaption,
  RichBlockListItem,
  RichMessage,
  RichText as RichWords,
} from 'grammy/types'

import {
  concat,
  normalize,
  plain,
  trim,
  type Format,
  type RichText,
} from '../../src/core/rich-text.ts'
import { isWebAddress } from './format.ts'

const nothing = plain('')

/** Empty where it holds pictures, maps and lines alone. */
export function fromRichMessage({ blocks }: RichMessage): RichText {
  return trim(fromBlocks(blocks))
}

function fromBlocks(blocks: readonly RichBlock[]): RichText {
  return inLines(blocks.map(fromBlock))
}

function fromBlock(block: RichBlock): RichText {
  switch (block.type) {
    case 'paragraph':
    case 'footer':
    case 'thinking':
      return words(block.text)
    case 'heading':
      return as({ kind: 'bold' }, words(block.text))
    case 'pre':
      return as({ kind: 'pre', language: block.language }, words(block.text))
    case 'mathematical_expression':
      return as({ kind: 'code' }, plain(block.expression))
    case 'list':
      return inLines(block.items.map(fromItem))
    case 'blockquote':
      return as({ kind: 'quote' }, inLines([fromBlocks(block.blocks), words(block.credit)]))
    case 'expandable_blockquote':
    case 'pullquote':
      return as({ kind: 'quote' }, inLines([words(block.text), words(block.credit)]))
    case 'collage':
    case 'slideshow':
      return inLines([fromBlocks(block.blocks), fromCaption(block.caption)])
    case 'table':
      return inLines([
        words(block.caption),
        ...block.cells.map((row) =>
          joined(
            ' | ',
            row.map(({ text }) => words(text)),
          ),
        ),
      ])
    case 'details':
      return inLines([as({ kind: 'bold' }, words(block.summary)), fromBlocks(block.blocks)])
    case 'buttons':
      return joined(
        ' | ',
        block.buttons.map(({ text }) => words(text)),
      )
    case 'map':
    case 'animation':
    case 'audio':
    case 'document':
    case 'photo':
    case 'video':
    case 'voice_note':
      return fromCaption(block.caption)
    case 'divider':
    case 'anchor':
    // And what grammY's types do not know yet.
    default:
      return nothing
  }
}

function fromItem(item: RichBlockListItem): RichText {
  const box = item.has_checkbox ? (item.is_checked ? '☑' : '☐') : item.label
  return concat(plain(`${box} `), fromBlocks(item.blocks))
}

function fromCaption(caption: RichBlockCaption | undefined): RichText {
  return caption === undefined ? nothing : inLines([words(caption.text), words(caption.credit)])
}

/** Mentions, numbers and references stay as the words that they cover; who or what they lead to is not read. */
function words(rich: RichWords | undefined): RichText {
  if (rich === undefined) return nothing
  if (typeof rich === 'string') return plain(rich)
  if (Array.isArray(rich)) return concat(...rich.map(words))
  switch (rich.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'spoiler':
    case 'code':
      return as({ kind: rich.type }, words(rich.text))
    case 'strikethrough':
      return as({ kind: 'strike' }, words(rich.text))
    case 'url': {
      const text = words(rich.text)
      return isWebAddress(rich.url) ? as({ kind: 'link', url: rich.url }, text) : text
    }
    case 'custom_emoji':
      return plain(rich.alternative_text)
    case 'mathematical_expression':
      return as({ kind: 'code' }, plain(rich.expression))
    case 'button':
      return words(rich.button.text)
    case 'anchor':
      return nothing
    default:
      return words(rich.text)
  }
}

function as(format: Format, { text, ranges }: RichText): RichText {
  return normalize(text, [...ranges, { start: 0, end: text.length, format }])
}

const inLines = (parts: readonly RichText[]): RichText => joined('\n', parts)

function joined(between: string, parts: readonly RichText[]): RichText {
  const [first = nothing, ...others] = parts.filter(({ text }) => text !== '')
  return concat(first, ...others.flatMap((part) => [plain(between), part]))
}

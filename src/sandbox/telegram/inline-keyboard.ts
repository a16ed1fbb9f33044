// Buttons under a message: https://core.telegram.org/bots/api#inlinekeyboardmarkup

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'

import { badRequest } from './api-error.ts'
import { isRecord, type Params, structureParam } from './params.ts'

const mostButtons = 100
const styles = ['danger', 'success', 'primary'] as const

/** `undefined` without buttons: an empty keyboard is none. No other kind of reply markup is taken. */
export function inlineKeyboardParam(params: Params): InlineKeyboardMarkup | undefined {
  const markup = structureParam(params, 'reply_markup', 'reply keyboard markup')
  if (markup === undefined) return undefined
  if (!isRecord(markup)) throw badRequest('object expected as reply markup')
  const rows = markup['inline_keyboard']
  if (rows === undefined) throw badRequest('the sandbox knows no reply markup but inline_keyboard')
  if (!Array.isArray(rows)) throw notRows()

  const keyboard = rows.map(parseRow).filter((row) => row.length > 0)
  if (keyboard.flat().length > mostButtons) throw badRequest('reply markup is too long')
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard }
}

function parseRow(row: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(row)) throw notRows()
  return row.map(parseButton)
}

function notRows(): Error {
  return badRequest(
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  )
}

function parseButton(button: unknown): InlineKeyboardButton {
  if (!isRecord(button)) throw cannotParse('InlineKeyboardButton must be an Object')
  const { text, callback_data: data, style: styleName } = button
  if (typeof text !== 'string') throw cannotParse('Can\'t find field "text"')
  if (text === '') throw badRequest('text buttons are unallowed in the inline keyboard')
  if (typeof data !== 'string') throw badRequest('the sandbox knows no buttons but callback_data')
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
  const style = styles.find((name) => name === styleName)
  if (styleName !== undefined && style === undefined) throw badRequest('BUTTON_STYLE_INVALID')
  return { text, callback_data: data, ...(style !== undefined && { style }) }
}

function cannotParse(why: string): Error {
  return badRequest(`can't parse inline keyboard button: ${why}`)
}

// Emoji under messages, and the picker for them.

import { el } from './dom.js'

/** A dozen of what each app offers; Telegram's as https://core.telegram.org/bots/api#reactiontypeemoji writes them. */
const offered = {
  telegram: ['👍', '❤', '🔥', '🥰', '👏', '😁', '🤔', '😱', '😢', '🎉', '🙏', '👀'],
  discord: ['👍', '❤️', '😂', '😮', '😢', '😡', '🔥', '🎉', '👏', '🙏', '👀', '💯'],
}

const marginPx = 8
const picker = el('div', { class: 'picker', popover: 'auto', 'aria-label': 'React' })

/** `pick` is called with the emoji, also with one that is chosen already. */
export function openPicker(anchor, platform, chosen, pick) {
  picker.className = `picker ${platform}`
  picker.replaceChildren(
    ...offered[platform].map((emoji) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(chosen.includes(emoji)),
          onclick: () => {
            picker.hidePopover()
            pick(emoji)
          },
        },
        emoji,
      ),
    ),
  )
  if (!picker.isConnected) document.body.append(picker)
  picker.showPopover()
  const { left, top, bottom } = anchor.getBoundingClientRect()
  const above = top - picker.offsetHeight - marginPx
  const right = document.documentElement.clientWidth - picker.offsetWidth - marginPx
  picker.style.left = `${Math.max(marginPx, Math.min(left, right))}px`
  picker.style.top = `${above >= marginPx ? above : bottom + marginPx}px`
}

/** One button for each emoji, which puts the person's own there or takes it away; `label` draws whose it is. */
export function reactionRow({ reactions }, react, label) {
  const sides = new Map()
  for (const { emoji, from } of reactions) sides.set(emoji, [...(sides.get(emoji) ?? []), from])
  return el(
    'div',
    { class: 'reactions' },
    [...sides].map(([emoji, from]) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(from.includes('person')),
          onclick: () => react(emoji),
        },
        el('span', { class: 'emoji' }, emoji),
        label(from),
      ),
    ),
  )
}

import { captionMember, inAlbums } from './albums.js'
import { act, upload } from './api.js'
import { chooseFiles } from './choose-files.js'
import { Composer } from './composer.js'
import { Dialog } from './dialog.js'
import { discordSkin } from './discord.js'
import { el } from './dom.js'
import { takeDrops } from './file-drop.js'
import { KeptElements } from './kept-elements.js'
import { kindName } from './kinds.js'
import { canEdit } from './message-tools.js'
import { naturalKind } from './outgoing.js'
import { PersonBar, platformName } from './person-bar.js'
import { openPicker } from './reactions.js'
import { telegramSkin } from './telegram.js'
import { excerpt } from './text-dom.js'

const skins = { telegram: telegramSkin, discord: discordSkin }
const nearBottomPx = 120

/** One person and the app on their screen. */
export class Pane {
  #person
  #skin
  #composer
  #list = el('ol', { class: 'messages' })
  #scroller
  #foot = el('div', { class: 'foot' })
  #status = el('small', { class: 'status' })
  /** Message id to what was drawn and from what. */
  #drawn = new Map()
  #kept = new KeptElements()
  #dialog
  #bar
  #typingTimer
  /** The id of the message that has asked for a reply and still waits for it. */
  #asking
  /** Whether the newest message is in sight, and shall stay so. */
  #follow = true
  element

  constructor(person) {
    this.#person = person
    this.#skin = skins[person.platform]
    this.#bar = new PersonBar(person, () => this.#toggleBlock())
    this.#composer = new Composer(
      person,
      () => this.#person.commands,
      () => this.#editLast(),
    )
    this.#scroller = el('div', { class: 'chat', tabindex: '-1' }, this.#skin.empty(), this.#list)
    const app = el(
      'div',
      { class: 'app' },
      this.#skin.frame(this.#status, this.#scroller, this.#foot),
    )
    this.element = el(
      'section',
      {
        class: `pane ${person.platform}`,
        'aria-label': `${person.name} on ${platformName(person)}`,
      },
      this.#bar.element,
      app,
    )
    this.#dialog = new Dialog(person, app)
    takeDrops(app, (files) => this.#composer.addFiles(files))
    this.#showTyping(false)
    const growth = new ResizeObserver(() => this.#follow && this.#toBottom())
    growth.observe(this.#scroller)
    // Files whose size nobody knew grow when they come.
    growth.observe(this.#list)
    this.#scroller.addEventListener('scroll', () => (this.#follow = this.#atBottom()))
  }

  update(person) {
    const before = this.#person
    this.#person = person
    const arrived = person.chat.at(-1)?.id !== before.chat.at(-1)?.id
    if (arrived && person.chat.at(-1)?.from === 'person') this.#follow = true
    if (person.typingSeen > before.typingSeen) this.#showTyping(true)
    else if (arrived && person.chat.at(-1)?.from === 'bot') this.#showTyping(false)
    this.element.classList.toggle('fresh', person.chat.length === 0)
    this.element.classList.toggle('blocked', person.hasBlocked)
    this.#bar.update(person)
    this.#dialog.update(person)
    this.#composer.commandsChanged()
    this.#drawFoot()
    this.#drawMessages()
    this.#openReply()
    if (this.#follow) this.#toBottom()
  }

  #toBottom() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight
  }

  #atBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller
    return scrollHeight - scrollTop - clientHeight < nearBottomPx
  }

  #drawFoot() {
    const { chat, hasBlocked } = this.#person
    const state = hasBlocked
      ? 'blocked'
      : chat.length === 0 && this.#skin.startButton
        ? 'start'
        : 'composer'
    if (this.#foot.dataset.state === state) return
    this.#foot.dataset.state = state
    if (state === 'composer') this.#foot.replaceChildren(this.#composer.element)
    else if (state === 'start')
      this.#foot.replaceChildren(this.#wideButton('Start', () => this.#start()))
    else
      this.#foot.replaceChildren(
        ...this.#skin.blockedFoot(
          (label, then) => this.#wideButton(label, then),
          () => this.#toggleBlock(),
        ),
      )
  }

  /** To the message that asks for it, once: whoever closes it is not asked again. */
  #openReply() {
    const asking = this.#person.chat.findLast(({ asksReply }) => asksReply)
    if (asking?.id === this.#asking) return
    if (asking === undefined) this.#composer.endReplyTo(this.#asking)
    else {
      const { placeholder } = asking.asksReply
      this.#composer.replyTo(asking, this.authorOf(asking), this.#excerptOf(asking), placeholder)
    }
    this.#asking = asking?.id
  }

  #wideButton(label, then) {
    return el('button', { type: 'button', class: 'wide', onclick: then }, label)
  }

  async #start() {
    await act(this.#person, { kind: 'command', name: 'start' })
    this.#composer.focus()
  }

  #toggleBlock() {
    return act(this.#person, { kind: this.#person.hasBlocked ? 'unblock' : 'block' })
  }

  #drawMessages() {
    const { chat } = this.#person
    const byId = new Map(chat.map((message) => [message.id, message]))
    const entries = inAlbums(chat)
    const fresh = new Map()
    for (const [index, { message, members }] of entries.entries()) {
      const around = {
        members,
        previous: entries[index - 1]?.members.at(-1),
        next: entries[index + 1]?.message,
        target: byId.get(message.replyTo),
      }
      const source = JSON.stringify([
        members,
        around.previous?.from,
        around.previous?.at,
        around.next?.from,
        around.target,
      ])
      const before = this.#drawn.get(message.id)
      const element = before?.source === source ? before.element : this.#draw(message, around)
      if (before === undefined) element.classList.add('arrives')
      fresh.set(message.id, { source, element })
    }
    for (const [id, { element }] of this.#drawn)
      if (fresh.get(id)?.element !== element) element.remove()
    this.#drawn = fresh
    this.#kept.keepOnly(chat)
    const wanted = [...fresh.values()].map(({ element }) => element)
    for (const [index, element] of wanted.entries()) {
      if (this.#list.children[index] !== element)
        this.#list.insertBefore(element, this.#list.children[index] ?? null)
    }
  }

  #draw(message, around) {
    const reactions = around.members.flatMap((each) => each.reactions)
    return this.#skin.message(
      { ...message, reactions },
      {
        ...around,
        kept: this.#kept,
        person: this.#person,
        caption: captionMember(around.members),
        reply: () =>
          this.#composer.replyTo(message, this.authorOf(message), this.#excerptOf(message)),
        edit: () => this.#edit(captionMember(around.members)),
        remove: () => around.members.forEach((each) => void this.#remove(each)),
        removeOne: (member) => void this.#remove(member),
        removeFile: ({ id }, index) =>
          void act(this.#person, { kind: 'remove-file', message: id, index }),
        replaceFile: (member) => void this.#replaceFile(member),
        react: (emoji) => this.#react(message, emoji),
        pick: (anchor) =>
          openPicker(anchor, this.#person.platform, ownEmoji(message), (emoji) =>
            this.#react(message, emoji),
          ),
        authorOf: (other) => this.authorOf(other),
        excerptOf: (other) => this.#excerptOf(other),
        show: (id) => this.#show(id),
        command: (name) => void act(this.#person, { kind: 'command', name }),
        tap: (button, element) => this.#tap(message, button, element),
      },
    )
  }

  authorOf(message) {
    return message.from === 'bot' ? 'Passerby' : this.#person.name
  }

  #excerptOf(message) {
    return message.text === '' ? kindName(message.kind) : excerpt(this.#skin.tree(message))
  }

  #edit(message) {
    this.#composer.edit(message, this.#excerptOf(message))
  }

  #editLast() {
    const last = this.#person.chat.findLast(
      (message) => message.from === 'person' && canEdit(message, this.#person.platform),
    )
    if (last !== undefined) this.#edit(last)
  }

  #remove({ id }) {
    return act(this.#person, { kind: 'remove', message: id })
  }

  async #replaceFile({ id, kind }) {
    const [file] = await chooseFiles('', false)
    if (file === undefined) return
    const wanted = kind === 'document' ? kind : naturalKind(file)
    await upload(this.#person, { do: 'replace', kind: wanted, message: id }, [file])
  }

  /** Puts an own reaction there or takes it away. */
  #react(message, emoji) {
    const own = ownEmoji(message)
    const others = this.#skin.oneReaction ? [] : own
    const wanted = own.includes(emoji) ? own.filter((each) => each !== emoji) : [...others, emoji]
    return act(this.#person, { kind: 'react', message: message.id, emoji: wanted })
  }

  async #tap(message, button, element) {
    element.classList.add('waits')
    await act(this.#person, { kind: 'tap', message: message.id, data: button.data })
    element.classList.remove('waits')
  }

  #show(id) {
    const leads = ({ members }) => members.some((member) => member.id === id)
    const entry = inAlbums(this.#person.chat).find(leads)
    const element = this.#drawn.get(entry?.message.id)?.element
    element?.scrollIntoView({ behavior: 'smooth', block: 'center' })
    element?.animate([{ opacity: 0.35 }, { opacity: 1 }], 900)
  }

  #showTyping(typing) {
    clearTimeout(this.#typingTimer)
    this.element.classList.toggle('typing', typing)
    this.#status.textContent = typing ? this.#skin.typingStatus : this.#skin.idleStatus
    if (typing)
      this.#typingTimer = setTimeout(() => this.#showTyping(false), this.#skin.typingShownMs)
  }
}

function ownEmoji({ reactions }) {
  return reactions.filter(({ from }) => from === 'person').map(({ emoji }) => emoji)
}

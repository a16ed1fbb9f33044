import { act } from './api.js'
import { AttachSheet } from './attach-sheet.js'
import { ContextBar } from './context-bar.js'
import { el } from './dom.js'
import { FileTray } from './file-tray.js'
import { FormatBar } from './format-bar.js'
import { icon } from './icons.js'
import { takesCaption } from './kinds.js'
import { Popup } from './popup.js'
import { readTelegramMarkup } from './telegram-text.js'

const typingEveryMs = 8000
/** For browsers that do not size the box by its content yet. */
const mostRows = 8

/** The box where a person types, with what each platform's app has around it. */
export class Composer {
  #person
  #commands
  #editLast
  #replyTo
  /** The id of the message whose text is in the box. */
  #edited
  #typedAt = 0
  #box
  #popup = new Popup('Choices')
  #format
  #context = new ContextBar()
  #tray
  #menuButton
  element

  constructor(person, commands, editLast) {
    this.#editLast = editLast
    this.#person = person
    this.#commands = commands
    const onTelegram = person.platform === 'telegram'
    this.#box = el('textarea', {
      rows: '1',
      dir: 'auto',
      maxlength: '4096',
      placeholder: onTelegram ? 'Message' : 'Message @Passerby',
      'aria-label': `Message from ${person.name}`,
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#paste(event),
    })
    this.#format = new FormatBar(person.platform, this.#box)
    this.#menuButton = el(
      'button',
      {
        type: 'button',
        class: 'menu-button',
        hidden: true,
        onclick: () => this.#toggle(() => this.#showCommands('')),
      },
      icon('menu'),
      'Menu',
    )
    const attach = el(
      'button',
      {
        type: 'button',
        class: 'attach',
        title: 'Send something else',
      },
      icon(onTelegram ? 'attach' : 'plus'),
    )
    const sheet = new AttachSheet(person.platform, attach, {
      choose: (files, kind) => this.addFiles(files, kind),
      sample: (what, spoiler) => this.#sendSample(what, spoiler),
    })
    this.#tray = new FileTray(person, () => this.#fit())
    const send = el(
      'button',
      { type: 'button', class: 'send', title: 'Send', onclick: () => this.#send() },
      icon('send'),
    )
    const row = onTelegram ? [this.#menuButton, attach, this.#box, send] : [attach, this.#box, send]
    this.element = el(
      'div',
      { class: 'composer' },
      sheet.element,
      this.#popup.element,
      this.#format.element,
      this.#context.element,
      this.#tray.element,
      el('div', { class: 'composer-row' }, row),
    )
    this.commandsChanged()
  }

  commandsChanged() {
    this.#menuButton.hidden = this.#commands().length === 0
  }

  focus() {
    this.#box.focus({ preventScroll: true })
  }

  /** Files to send with the next message, as the kind they are unless one is given. */
  addFiles(files, kind) {
    this.#tray.add(files, kind)
    this.focus()
  }

  /** `placeholder` stands in the empty box meanwhile, where the message asks for it. */
  replyTo(message, author, excerpt, placeholder) {
    const bar = { sign: 'reply', title: author, excerpt, endTitle: 'Do not reply' }
    this.#context.close()
    const usual = this.#box.placeholder
    this.#context.open(bar, () => {
      this.#replyTo = undefined
      this.#box.placeholder = usual
    })
    this.#replyTo = message.id
    if (placeholder === undefined) return this.focus()
    this.#box.placeholder = placeholder
    // The bot asks; whoever types in another pane goes on typing there.
    if (document.activeElement === document.body) this.focus()
  }

  /** If that is still the one. */
  endReplyTo(messageId) {
    if (messageId !== undefined && this.#replyTo === messageId) this.#context.close()
  }

  edit(message, excerpt) {
    const bar = { sign: 'pencil', title: 'Edit message', excerpt, endTitle: 'Do not edit' }
    // Whatever the bar was about ends first: an edit gives back the draft that it has pushed aside.
    this.#context.close()
    const draft = this.#box.value
    this.#context.open(bar, () => {
      this.#edited = undefined
      this.#fill(draft)
    })
    this.#edited = message.id
    this.#fill(message.text)
    this.focus()
  }

  #options() {
    const replyTo = this.#replyTo
    if (replyTo === undefined) return {}
    this.#context.close()
    return { replyTo }
  }

  async #send() {
    const source = this.#box.value.trim()
    if (source === '' && this.#edited === undefined && this.#tray.isEmpty) return
    this.#popup.close()
    this.#typedAt = 0
    const message = this.#edited
    if (message !== undefined) {
      const done = await act(this.#person, { kind: 'edit', message, text: source })
      if (done && this.#edited === message) this.#context.close()
      return
    }
    this.#fill('')
    const sent = this.#tray.isEmpty
      ? this.#deliver(source)
      : this.#tray.send({ ...this.#caption(source), ...this.#options() })
    if (!(await sent) && this.#box.value === '') this.#fill(source)
  }

  #fill(text) {
    this.#box.value = text
    this.#fit()
  }

  #deliver(source) {
    const command = /^\/([a-z0-9_]+)$/.exec(source)?.[1]
    if (command !== undefined && this.#isCommand(command)) return this.#command(command)
    const { caption: text, ...said } = this.#caption(source)
    return act(this.#person, { kind: 'say', text, ...said, ...this.#options() })
  }

  #caption(source) {
    if (this.#person.platform === 'discord') return { caption: source }
    const { text, entities } = readTelegramMarkup(source)
    return { caption: text, entities }
  }

  /** What is in the box becomes the caption of what can have one. */
  async #sendSample(what, spoiler) {
    const source = this.#box.value.trim()
    const takes =
      source !== '' && this.#edited === undefined && takesCaption(this.#person.platform, what)
    if (takes) this.#fill('')
    const words = takes ? this.#caption(source) : {}
    const marks = spoiler ? { spoiler } : {}
    this.focus()
    const sample = { kind: 'send', what, ...words, ...marks, ...this.#options() }
    if (!(await act(this.#person, sample)) && takes && this.#box.value === '') this.#fill(source)
  }

  /** On Telegram any such word is a command; Discord runs what is registered and sends the rest as text. */
  #isCommand(name) {
    return (
      this.#person.platform === 'telegram' ||
      this.#commands().some((command) => command.name === name)
    )
  }

  /** Telegram's commands are messages, which can be replies. */
  #command(name) {
    if (this.#person.platform === 'telegram' && this.#replyTo !== undefined)
      return act(this.#person, { kind: 'say', text: `/${name}`, ...this.#options() })
    return act(this.#person, { kind: 'command', name })
  }

  #key(event) {
    if (event.isComposing) return
    if (this.#popup.key(event) || this.#format.key(event)) return
    if (event.key === 'Escape') this.#context.close()
    if (event.key === 'ArrowUp' && this.#box.value === '' && !this.#context.isOpen) {
      event.preventDefault()
      this.#editLast()
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void this.#send()
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    this.addFiles(files)
  }

  #typed() {
    this.#fit()
    const { value } = this.#box
    if (this.#edited !== undefined) return
    if (/^\/[a-z0-9_]*$/i.test(value)) this.#showCommands(value.slice(1).toLowerCase())
    else this.#popup.close()
    this.#tellTyping(value)
  }

  #tellTyping(value) {
    const now = performance.now()
    if (this.#person.platform !== 'discord' || value === '' || value.startsWith('/')) return
    if (this.#typedAt !== 0 && now - this.#typedAt < typingEveryMs) return
    this.#typedAt = now
    void act(this.#person, { kind: 'type' })
  }

  #fit() {
    this.#box.rows = Math.min(mostRows, this.#box.value.split('\n').length)
    this.element.classList.toggle('filled', this.#box.value.trim() !== '' || !this.#tray.isEmpty)
  }

  #toggle(show) {
    if (this.#popup.isOpen) this.#popup.close()
    else show()
    this.focus()
  }

  #showCommands(start) {
    const found = this.#commands().filter(({ name }) => name.startsWith(start))
    const entries = found.map(({ name, description }) => ({
      label: `/${name}`,
      hint: description,
      pick: () => {
        this.#fill('')
        void this.#command(name)
      },
    }))
    this.#popup.open(entries, this.#person.platform === 'discord' ? 'Passerby' : undefined)
  }
}

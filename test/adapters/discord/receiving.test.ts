import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Inbound } from '../../../src/core/inbound.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { described } from '../described.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

describe('hearing people', () => {
  it('hears words, replies, commands and typing in their order', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    const first = ann.say('**hello** there')
    ann.say('again', { replyTo: first.id })
    ann.type()
    ann.say('/find please')
    await sandbox.flushed()
    await until(() => host.taken.length === 4, 'all is taken in')
    expect(host.events).toMatchObject([
      { kind: 'message', ref: first.id, content: { kind: 'text', text: { text: 'hello there' } } },
      { kind: 'message', replyTo: { ref: first.id } },
      { kind: 'typing' },
      { kind: 'command', command: 'find' },
    ])
    expect(host.states).toEqual(['connected'])
    expect(host.taken[0]).toMatchObject({ seenKey: `create:${first.id}`, position: first.id })
  })

  it('knows every kind of content, and refuses what it does not', async () => {
    const { ann, host, adapter } = setting
    await adapter.start(host)
    const files = ['photo', 'video', 'animation', 'audio', 'document', 'voice', 'sticker']
    for (const kind of [...files, 'poll', 'forward', 'unknown']) ann.send(kind)
    await until(() => host.taken.length === files.length + 3, 'all is taken in')
    const contents = host.events.flatMap((event) => (event.kind === 'message' ? event.content : []))
    expect(contents).toMatchObject([
      ...files.map((kind) => ({ kind: 'media', files: [{ kind }], caption: { text: '' } })),
      { kind: 'text' },
      { kind: 'text' },
      { kind: 'refused', what: 'unknown', group: undefined },
    ])
  })

  it('does not hear itself', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    const to = await addressOf(setting, ann)
    await adapter.perform({ to, key: 'k', action: send('echo?') }, [], notAborted())
    ann.say('last')
    await sandbox.flushed()
    await until(() => host.words.includes('last'), 'the last is heard')
    expect(host.words).toEqual(['knock', 'last'])
  })

  it('acknowledges a tap while the database still works', async () => {
    const { ann, host, adapter } = setting
    await adapter.start(host)
    const to = await addressOf(setting, ann)
    const buttons = [[{ label: 'Yes', data: 'yes', style: 'primary' }]] as const
    const { refs } = await adapter.perform(
      { to, key: 'k', action: send('?', { buttons }) },
      [],
      notAborted(),
    )
    const committing = Promise.withResolvers<void>()
    host.receiving = () => committing.promise
    await ann.tap(refs[0] ?? '', 'yes')
    expect(host.events).not.toContainEqual({ kind: 'tap', data: 'yes', on: refs[0] })
    committing.resolve()
    await until(() => host.taken.length === 2, 'the tap is taken in')
    expect(host.events[1]).toEqual({ kind: 'tap', data: 'yes', on: refs[0] })
  })

  it('shows a slash command as being worked on until it is taken in, and then nothing of it', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    await until(
      () =>
        sandbox.requests.some(({ method, carriedOut }) => method === 'PUT commands' && carriedOut),
      'the commands are registered',
    )
    const committing = Promise.withResolvers<void>()
    host.receiving = () => committing.promise
    ann.command('find')
    await until(() => ann.chat.some((message) => message.kind === 'loading'), 'it is worked on')
    committing.resolve()
    await until(() => ann.chat.length === 0, 'nothing is left of it')
    expect(host.events).toEqual([{ kind: 'command', command: 'find', replyTo: undefined }])
  })

  it('takes away what shows a command even when Discord fails at first', async () => {
    const clock = createManualClock(Date.now())
    const { ann, host, sandbox } = setting
    await setting.another({ clock }).start(host)
    await until(
      () =>
        sandbox.requests.some(({ method, carriedOut }) => method === 'PUT commands' && carriedOut),
      'the commands are registered',
    )
    sandbox.inject({ method: 'DELETE webhook', fault: { kind: 'server-error' } })
    ann.command('stop')
    await until(
      () =>
        sandbox.requests.some(
          ({ method, status }) => method === 'DELETE webhook' && status === 500,
        ),
      'it failed',
    )
    await until(() => {
      clock.advance(500)
      return ann.chat.length === 0
    }, 'nothing is left of it')
  })
})

describe('the slash commands', () => {
  it('are written once, for DMs alone', async () => {
    const { host, adapter, another, sandbox } = setting
    const done = (kind: string) =>
      sandbox.requests.filter(({ method, carriedOut }) => method === kind && carriedOut)
    await adapter.start(host)
    await until(() => done('PUT commands').length === 1, 'they are written')
    expect(done('PUT commands')[0]?.body).toMatchObject([
      { name: 'find', contexts: [1], integration_types: [0, 1] },
      { name: 'stop' },
    ])
    await another().start(host)
    await until(() => done('GET commands').length === 2, 'they are compared')
    await another({ commands: [described('help', 'Help')] }).start(host)
    await until(() => done('PUT commands').length === 2, 'the others are written')
    expect(done('GET commands')).toHaveLength(3)
  })

  it('are shown to everybody in the language of their app, where Discord has it', async () => {
    const { ann, host, another } = setting
    const words = { es: 'Ayuda', ru: 'Помощь', ar: 'مساعدة' }
    await another({ commands: [described('help', 'Help', words)] }).start(host)
    await until(() => ann.shownCommands.length > 0, 'they are written')
    const shown = ['en-US', 'es-ES', 'es-419', 'ru', 'ar', 'pt-BR'].map((locale) => {
      ann.locale = locale
      return ann.shownCommands
    })
    expect(shown.flat()).toEqual(
      ['Help', 'Ayuda', 'Ayuda', 'Помощь', 'Help', 'Help'].map((description) => ({
        name: 'help',
        description,
      })),
    )
  })

  it('are written again when the words of one language change, and else not', async () => {
    const { host, another, sandbox } = setting
    const done = (kind: string) =>
      sandbox.requests.filter(({ method, carriedOut }) => method === kind && carriedOut).length
    for (const [es, reads, writes] of [
      ['Ayuda', 1, 1],
      ['Ayuda', 2, 1],
      ['Socorro', 3, 2],
    ] as const) {
      await another({ commands: [described('help', 'Help', { es })] }).start(host)
      await until(() => done('GET commands') === reads, 'they are compared')
      await until(() => done('PUT commands') === writes, 'they are as they should be')
      await sandbox.flushed()
      expect(done('PUT commands')).toBe(writes)
    }
  })
})

describe('a database that fails', () => {
  it('is offered the same again, in order, after a back-off', async () => {
    const clock = createManualClock(Date.now())
    const { ann, host, another } = setting
    await another({ clock }).start(host)
    const offered: (readonly Inbound[])[] = []
    let failures = 2
    host.receiving = async (batch) => {
      offered.push(batch)
      if (failures-- > 0) throw new Error('disk full')
    }
    ann.say('one')
    await until(() => offered.length === 1, 'it is offered')
    ann.say('two')
    await setting.sandbox.flushed()
    await until(() => {
      clock.advance(100)
      return host.words.length === 2
    }, 'all is taken in')
    expect(host.words).toEqual(['one', 'two'])
    expect(offered[1]).toBe(offered[0])
    expect(offered[2]).toBe(offered[0])
  })
})

describe('the end', () => {
  it('waits for what is being taken in, and takes nothing more', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    const committing = Promise.withResolvers<void>()
    let isOffered = false
    host.receiving = () => {
      isOffered = true
      return committing.promise
    }
    ann.say('last')
    await until(() => isOffered, 'it is offered')
    let isOver = false
    const disposed = adapter[Symbol.asyncDispose]().then(() => (isOver = true))
    ann.say('too late')
    await sandbox.flushed()
    expect(isOver).toBe(false)
    committing.resolve()
    await disposed
    expect(host.words).toEqual(['last'])
  })
})

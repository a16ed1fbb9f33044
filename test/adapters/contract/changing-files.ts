import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { ContractSetup } from './contract-setup.ts'
import { captionedFile, preparedFile } from './files.ts'
import { failureOf } from './receiving-files.ts'
import { notAborted, refOf, useStage } from './stage.ts'

import { photos, sendFiles, shown } from './send-files.ts'

export function describeChangingFiles(setup: ContractSetup): void {
  describe('changing a message with files', () => {
    const stage = useStage(setup)

    const changed = (
      action: Omit<Extract<Action, { kind: 'edit-files' }>, 'kind'>,
      files: readonly PreparedFile[],
    ) =>
      stage().adapter.perform(
        {
          to: stage().addressOf(stage().ann),
          key: stage().newKey(),
          action: { kind: 'edit-files', ...action },
        },
        files,
        notAborted(),
      )

    it('changes what is said with them, and leaves the files', async () => {
      const { wanted, prepared } = photos(stage(), 'Teh')
      const ref = refOf(await sendFiles(stage(), wanted, prepared))
      await changed({ ref, text: plain('The'), files: [], dropped: [] }, [])
      expect(shown(stage().ann)).toMatchObject([{ text: 'The', files: [{ kind: 'photo' }] }])
      // The same once more is success.
      expect(await changed({ ref, text: plain('The'), files: [], dropped: [] }, [])).toEqual({
        refs: [],
      })
    })

    it('puts another file in the place of one, and leaves the words', async () => {
      const { wanted, prepared } = photos(stage(), 'Look')
      const ref = refOf(await sendFiles(stage(), wanted, prepared))
      const video = captionedFile(stage(), 'video', { spoiler: true, caption: plain('Look') })
      await changed({ ref, text: undefined, files: [video], dropped: [] }, [
        preparedFile('video', 'video.mp4'),
      ])
      expect(shown(stage().ann)).toMatchObject([
        { text: 'Look', files: [{ kind: 'video', spoiler: true }] },
      ])
    })

    it('takes files away, where several are one message', async () => {
      if (!stage().adapter.capabilities.media.album.isOneMessage) return
      const { wanted, prepared } = photos(stage(), 'Look', '', '')
      const bytes = prepared.map((file, i) => ({
        ...file,
        bytes: new Uint8Array([...file.bytes, i]),
      }))
      const ref = refOf(await sendFiles(stage(), wanted, bytes))
      await changed({ ref, text: undefined, files: [], dropped: [2] }, [])
      const [message] = shown(stage().ann)
      expect(message?.text).toBe('Look')
      expect(message?.files.map((file) => file.bytes.at(-1))).toEqual([0, 2])
      await changed({ ref, text: plain(''), files: [], dropped: [1, 3] }, [])
      expect(shown(stage().ann)).toEqual([])
    })

    it('takes one message of an album back alone, and reacts to any', async () => {
      const { ann } = stage()
      const { wanted, prepared } = photos(stage(), '', '', '')
      const { refs } = await sendFiles(stage(), wanted, prepared)
      const last = must(refs.at(-1), 'it was sent')
      await stage().perform(ann, { kind: 'react', ref: last, emoji: ['👍'], before: [] })
      expect(shown(ann).at(-1)?.reactions).toMatchObject([{ emoji: '👍' }])
      const before = shown(ann).length
      await stage().perform(ann, { kind: 'delete', ref: last })
      expect(shown(ann)).toHaveLength(before - 1)
    })

    it('is a definite no when the message is gone', async () => {
      const { wanted, prepared } = photos(stage(), 'Look')
      const ref = refOf(await sendFiles(stage(), wanted, prepared))
      await stage().perform(stage().ann, { kind: 'delete', ref })
      const { failure } = await failureOf(
        changed({ ref, text: plain('Gone'), files: [], dropped: [] }, []),
      )
      expect(failure.kind).toBe('rejected')
    })
  })
}

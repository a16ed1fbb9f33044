import type { MediaKind, PreparedFile } from '../core/media.ts'
import { readApng } from './apng.ts'
import { isTooLong, readPicture, toPhoto, toSame, toSticker } from './clean-picture.ts'
import type { Picture } from './clean-picture.ts'
import { encodeFrames } from './frames.ts'
import type { CleanFile, Job } from './job.ts'
import { takes } from './own-form.ts'
import type { OwnForm } from './own-form.ts'
import { firstFitting } from './ready.ts'

export async function pictureReady(job: Job, type: string): Promise<PreparedFile> {
  if (type === 'image/apng') return apngReady(job)
  const picture = await readPicture(job.bytes, type)
  return picture.frames > 1
    ? firstFitting(job, movingForms(job.form), (form) => moving(job, picture, form))
    : firstFitting(job, stillForms(job.form), (form) => still(job, picture, form))
}

function stillForms(wanted: MediaKind): readonly MediaKind[] {
  if (wanted === 'document') return ['document']
  return wanted === 'sticker' ? ['sticker', 'photo', 'document'] : ['photo', 'document']
}

function movingForms(wanted: MediaKind): readonly MediaKind[] {
  if (wanted === 'document') return ['document']
  return wanted === 'sticker' ? ['sticker', 'animation', 'document'] : ['animation', 'document']
}

function still(job: Job, picture: Picture, form: OwnForm): Promise<CleanFile> | undefined {
  switch (form.form) {
    case 'sticker': {
      const type = (['image/webp', 'image/png', 'image/gif'] as const).find((known) =>
        takes(form, known),
      )
      return type && toSticker(picture, type, job.sticker)
    }
    case 'photo':
      if (standsForSticker(job)) return toSticker(picture, 'image/png', job.sticker)
      return isTooLong(picture)
        ? undefined
        : toPhoto(picture, form.mostBytes, takes(form, 'image/png'))
    // What stands for stickers where there are none, and this one does not move.
    case 'animation':
      return undefined
    default:
      return toSame(picture)
  }
}

function moving(job: Job, picture: Picture, form: OwnForm): Promise<CleanFile> | undefined {
  // A platform that takes WebP stickers may mean still ones; who takes GIF means moving ones.
  if (form.form === 'sticker')
    return takes(form, 'image/gif') ? toSticker(picture, 'image/gif', job.sticker) : undefined
  if (standsForSticker(job) && form.form === 'animation')
    return toSticker(picture, 'image/gif', job.sticker)
  return takes(form, picture.type) ? toSame(picture) : toSame({ ...picture, type: 'image/gif' })
}

/** Another thing stands for it, which is to be as large as a sticker where the platform shows pictures as large as they are. */
const standsForSticker = ({ form, sticker }: Job): boolean => form === 'sticker' && !sticker.isExact

async function apngReady(job: Job): Promise<PreparedFile> {
  return firstFitting(job, movingForms(job.form), async (form) => {
    if (!takes(form, 'image/gif')) return undefined
    const isSticker = form.form === 'sticker' || standsForSticker(job)
    const side = isSticker ? job.sticker.side : undefined
    return encodeFrames(await readApng(job.bytes, side), 'image/gif')
  })
}

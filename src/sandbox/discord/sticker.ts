import type { SandboxFile } from '../person.ts'
import type { Dm } from './dm.ts'
import { readMediaHeader } from './headers/media-header.ts'
import type { WireSticker } from './wire-message.ts'
import type { World } from './world.ts'

/** https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-format-types */
const format = { png: 1, apng: 2, lottie: 3, gif: 4 } as const

/** GIFs are at media.discordapp.net, the others at cdn.discordapp.com: https://docs.discord.com/developers/reference#image-formatting */
export function stickerPath({ id, format_type }: WireSticker): string {
  const ending = format_type === format.lottie ? 'json' : format_type === format.gif ? 'gif' : 'png'
  return `/stickers/${id}.${ending}`
}

export function storeSticker(world: World, dm: Dm, file: SandboxFile): WireSticker {
  const wire = {
    id: world.nextId(),
    name: file.name.replace(/\.[^.]*$/, '').slice(0, 30),
    format_type: formatOf(file),
  }
  const type = { 1: 'image/png', 2: 'image/png', 3: 'application/json', 4: 'image/gif' } as const
  world.files.put(stickerPath(wire), {
    bytes: file.bytes,
    type: type[wire.format_type],
    account: dm.account,
    isSigned: false,
  })
  return wire
}

function formatOf({ type, bytes }: SandboxFile): 1 | 2 | 3 | 4 {
  switch (type) {
    case 'image/apng':
      return format.apng
    case 'image/png':
      return readMediaHeader(bytes)?.isAnimated ? format.apng : format.png
    case 'application/json':
      return format.lottie
    case 'image/gif':
      return format.gif
    default:
      throw new Error(`Discord has no stickers of the type ${type}.`)
  }
}

// What Discord's own picker of GIFs sends: a link to a page, and the film of that page as a preview.
// https://docs.discord.com/developers/resources/message#embed-object-embed-types

import { createHash } from 'node:crypto'
import { must } from '../../lib/must.ts'
import { sampleFile } from '../samples/sample-files.ts'
import type { SampleName } from '../samples/sample-files.ts'
import { placeholder } from './attachment.ts'
import type { Dm } from './dm.ts'
import { readMediaHeader } from './headers/media-header.ts'
import type { WireMessage } from './wire-message.ts'
import type { World } from './world.ts'

export function gifLink(world: World, dm: Dm): Pick<WireMessage, 'content' | 'embeds'> {
  const content = `https://tenor.com/view/cat-waves-hello-gif-${world.nextId()}`
  const embed = {
    type: 'gifv',
    url: content,
    provider: { name: 'Tenor', url: 'https://tenor.co' },
    thumbnail: media(world, dm, 'media.tenor.com/SaNdBoXAAAAe/cat-waves.jpg', 'photo.jpg'),
    video: media(world, dm, 'media.tenor.com/SaNdBoXAAAPo/cat-waves.mp4', 'animation.mp4'),
  }
  return { content, embeds: [embed] }
}

/** Discord's proxy has what is elsewhere at an address of its own, which says where that is. */
function media(world: World, dm: Dm, place: string, sample: SampleName): object {
  const { bytes, type } = sampleFile(sample)
  const { width, height } = must(readMediaHeader(bytes), 'samples have headers')
  const key = createHash('sha256').update(world.nextId()).digest('base64url')
  const path = `/external/${key}/https/${place}`
  world.files.put(path, { bytes, type, account: dm.account, isSigned: false })
  const proxy_url = `${world.origin()}${path}`
  return {
    url: `https://${place}`,
    proxy_url,
    width,
    height,
    content_type: type,
    ...placeholder,
    flags: 0,
  }
}

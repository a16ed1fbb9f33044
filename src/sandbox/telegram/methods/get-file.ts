import type { File } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { type Params, textParam } from '../params.ts'

const most = 20 * 1024 * 1024

/** "Bots can download files of up to 20MB in size", with a server of one's own any: https://core.telegram.org/bots/api#getfile */
export function getFile(cloud: Cloud, params: Params): File {
  const { files } = cloud
  const id = textParam(params, 'file_id') ?? ''
  if (id === '') throw badRequest('file_id not specified')
  const known = files.find(id)
  if (known === undefined) {
    throw badRequest(
      files.isId(id) ? 'wrong file_id or the file is temporarily unavailable' : 'invalid file_id',
    )
  }
  const { bytes, uniqueId } = known.file
  if (bytes.length > most && !files.localMode) throw badRequest('file is too big')
  return {
    file_id: id,
    file_unique_id: uniqueId,
    file_size: bytes.length,
    file_path: files.link(known),
  }
}

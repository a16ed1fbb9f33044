import { ApiError } from './api-error.ts'
import type { Cloud } from './cloud.ts'
import type { Params } from './params.ts'
import { isUploadedFile } from './uploaded-file.ts'

const megabyte = 1024 * 1024

/** "Files of up to 50 MB", with a server of one's own 2000 MB: https://core.telegram.org/bots/api#sending-files */
export function refuseOversize(cloud: Cloud, params: Params): void {
  const most = (cloud.files.localMode ? 2000 : 50) * megabyte
  const sizes = Object.values(params).map((value) => (isUploadedFile(value) ? value.size : 0))
  if (sizes.reduce((sum, size) => sum + size, 0) > most) {
    throw new ApiError(413, 'Request Entity Too Large')
  }
}

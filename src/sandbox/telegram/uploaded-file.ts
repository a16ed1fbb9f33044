import { isRecord } from './params.ts'

/** A file in a request. Its bytes are there to be read and searched, and are left out where requests are printed. */
export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly bytes: Uint8Array
}

export async function uploadedFile(file: File): Promise<UploadedFile> {
  const { name, type, size } = file
  const bytes = new Uint8Array(await file.arrayBuffer())
  const about = { name, type, size, bytes }
  return Object.defineProperty(about, 'bytes', { value: bytes, enumerable: false })
}

/** Nothing that comes as text or JSON has bytes. */
export function isUploadedFile(value: unknown): value is UploadedFile {
  return isRecord(value) && value['bytes'] instanceof Uint8Array
}

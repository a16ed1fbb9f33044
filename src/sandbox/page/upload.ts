import { z } from 'zod'
import type { SandboxFile, SandboxPerson, SeenMessage } from '../person.ts'
import { messageEntities } from './message-entities.ts'

/** More than any app takes, little enough to hold. */
export const mostUploadBytes = 60 * 1024 * 1024
const mostFiles = 100

const kind = z.enum([
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video-note',
  'sticker',
  'document',
])
const about = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('send'),
    kind,
    caption: z.string().exactOptional(),
    entities: messageEntities.exactOptional(),
    spoiler: z.boolean().exactOptional(),
    replyTo: z.string().exactOptional(),
  }),
  z.object({ do: z.literal('replace'), kind, message: z.string().min(1) }),
])

export interface Upload {
  readonly about: z.infer<typeof about>
  readonly files: readonly SandboxFile[]
}

/** A form with `about`, which is JSON, and files. */
export async function parseUpload(
  body: unknown,
  contentType: string | undefined,
): Promise<Upload | undefined> {
  if (!(body instanceof Uint8Array)) return undefined
  const form = await readForm(new Uint8Array(body), contentType ?? '')
  const parsed = about.safeParse(readJson(form?.get('about')))
  const parts = form?.getAll('file').filter((part) => typeof part !== 'string') ?? []
  if (!parsed.success || parts.length === 0 || parts.length > mostFiles) return undefined
  if (parsed.data.do === 'replace' && parts.length !== 1) return undefined
  return { about: parsed.data, files: await Promise.all(parts.map(sandboxFile)) }
}

/** Throws what the person's app says against it. */
export function carryOutUpload(person: SandboxPerson, upload: Upload): readonly SeenMessage[] {
  const [file] = upload.files
  if (upload.about.do === 'send') {
    const { do: _, kind: sent, ...options } = upload.about
    return person.sendFiles(sent, upload.files, options)
  }
  if (file !== undefined) person.replaceFile(upload.about.message, upload.about.kind, file)
  return []
}

async function readForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch {
    return undefined
  }
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Stickers that browsers do not know by their ending. */
const typeByEnding: Readonly<Record<string, string>> = { tgs: 'application/x-tgsticker' }

async function sandboxFile(part: File): Promise<SandboxFile> {
  const ending = part.name.split('.').at(-1)?.toLowerCase() ?? ''
  const said = part.type === 'application/octet-stream' ? '' : part.type
  const type = said || (typeByEnding[ending] ?? 'application/octet-stream')
  return { bytes: new Uint8Array(await part.arrayBuffer()), name: part.name, type }
}

import type { FastifyInstance } from 'fastify'
import { refuse } from '../../lib/loopback-web.ts'
import type { SandboxPerson } from '../person.ts'
import { byteRange } from './byte-range.ts'
import { servedType } from './served-type.ts'

interface Place {
  readonly platform: string
  readonly person: string
  readonly message: string
  readonly index: string
}

/** The bytes of files in chats, as media or as something to save, never as a page of this origin. */
export function serveFiles(
  app: FastifyInstance,
  findPerson: (platform: string, id: string) => SandboxPerson | undefined,
): void {
  app.get<{ Params: Place }>('/files/:platform/:person/:message/:index', (request, reply) => {
    const { platform, person, message: id, index } = request.params
    const message = findPerson(platform, person)?.chat.find((each) => each.id === id)
    const file = /^\d{1,3}$/.test(index) ? message?.files[Number(index)] : undefined
    if (file === undefined) return refuse(reply, 404, 'There is no such file.')
    const { type, disposition } = servedType(file.type)
    const { bytes } = file
    const range = byteRange(request.headers.range, bytes.length)
    if (range === 'unsatisfiable') {
      reply.header('content-range', `bytes */${bytes.length}`)
      return refuse(reply, 416, 'The file is shorter than that.')
    }
    reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('accept-ranges', 'bytes')
      .header('content-disposition', `${disposition}; filename*=UTF-8''${headerName(file.name)}`)
      .type(type)
    if (range === undefined) return reply.send(Buffer.from(bytes))
    return reply
      .code(206)
      .header('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`)
      .send(Buffer.from(bytes.subarray(range.start, range.end + 1)))
  })
}

/** https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1 allows less than encodeURIComponent leaves. */
function headerName(name: string | undefined): string {
  const encoded = encodeURIComponent((name ?? 'file').toWellFormed())
  return encoded.replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)
}

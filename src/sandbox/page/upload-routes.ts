import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { refuse } from '../../lib/loopback-web.ts'
import type { SandboxPerson } from '../person.ts'
import { attempt } from './person-action.ts'
import { carryOutUpload, mostUploadBytes, parseUpload } from './upload.ts'

/** Takes files in for people to send. Only here are bodies large, and forms. */
export async function takeUploads(
  app: FastifyInstance,
  findPerson: (platform: string, id: string) => SandboxPerson | undefined,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    )
    scope.post<{ Params: { platform: string; id: string } }>(
      '/api/people/:platform/:id/files',
      { bodyLimit: mostUploadBytes, errorHandler: refuseUpload },
      async (request, reply) => {
        const person = findPerson(request.params.platform, request.params.id)
        if (person === undefined) return refuse(reply, 404, 'There is no such person.')
        const upload = await parseUpload(request.body, request.headers['content-type'])
        if (upload === undefined) return refuse(reply, 400, 'These are no files to send.')
        const problem = await attempt(() => void carryOutUpload(person, upload))
        return problem === undefined ? reply.code(204).send() : refuse(reply, 409, problem)
      },
    )
  })
}

function refuseUpload(error: FastifyError, _: unknown, reply: FastifyReply): void {
  if (error.statusCode === 413)
    return void refuse(
      reply,
      413,
      `These files are larger than ${mostUploadBytes / 1024 / 1024} MB.`,
    )
  if (error.statusCode === 415) return void refuse(reply, 415, 'Send the files as a form.')
  throw error
}

import fastifyStatic from '@fastify/static'
import { toMarkup } from '../../lib/html.ts'
import { createLoopbackWeb, listenOnLoopback, refuse } from '../../lib/loopback-web.ts'
import type { SandboxPerson } from '../person.ts'
import type { SandboxServer } from '../server.ts'
import { serveFiles } from './file-routes.ts'
import { LivePeople } from './live-people.ts'
import { madeUpProfile } from './made-up-profile.ts'
import { pageMarkup } from './page-markup.ts'
import { act, parseAction, parseNewcomer } from './person-action.ts'
import { takeUploads } from './upload-routes.ts'

export interface SandboxPageOptions {
  readonly servers: readonly SandboxServer[]
  readonly host: '127.0.0.1'
  /** 0 takes a free port. */
  readonly port: number
  readonly dashboardUrl?: string
  /** Told of errors that are the page's own fault. */
  readonly onError?: (error: unknown) => void
}

/** A page on loopback to play everybody at once. Where nobody is yet, it adds one person to each server. */
export async function createSandboxPage(
  options: SandboxPageOptions,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const { servers, host, port, dashboardUrl } = options
  const app = await createLoopbackWeb({ host, onError: options.onError ?? (() => {}) })
  await app.register(fastifyStatic, {
    root: `${import.meta.dirname}/assets`,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (response) => void response.header('cache-control', 'no-cache'),
  })

  function addPerson(server: SandboxServer): void {
    const everybody = servers.flatMap((each) => each.people)
    server.addPerson(madeUpProfile(everybody.map((person) => person.name)))
  }

  const findPerson = (platform: string, id: string): SandboxPerson | undefined =>
    servers
      .find((server) => server.platform === platform)
      ?.people.find((person) => person.id === id)

  serveFiles(app, findPerson)
  await takeUploads(app, findPerson)

  app.get('/', (_request, reply) => {
    const platforms = servers.map((server) => server.platform)
    const markup = toMarkup(pageMarkup(platforms, dashboardUrl))
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(markup)
  })

  app.get('/events', (_request, reply) => {
    if (!live.open(reply)) return refuse(reply, 503, 'Too many pages are open.')
    return reply
  })

  app.post('/api/people', (request, reply) => {
    const newcomer = parseNewcomer(request.body)
    if (newcomer === undefined)
      return refuse(reply, 400, 'Say on which platform: telegram or discord.')
    const server = servers.find((each) => each.platform === newcomer.platform)
    if (server === undefined) return refuse(reply, 404, `There is no ${newcomer.platform} here.`)
    addPerson(server)
    return reply.code(204).send()
  })

  app.post<{ Params: { platform: string; id: string } }>(
    '/api/people/:platform/:id',
    async (request, reply) => {
      const { platform, id } = request.params
      const person = findPerson(platform, id)
      if (person === undefined) return refuse(reply, 404, 'There is no such person.')
      const action = parseAction(request.body)
      if (action === undefined) return refuse(reply, 400, 'That is nothing a person can do.')
      const problem = await act(person, action)
      return problem === undefined ? reply.code(204).send() : refuse(reply, 409, problem)
    },
  )

  for (const server of servers) if (server.people.length === 0) addPerson(server)
  const live = new LivePeople(servers)
  app.addHook('preClose', async () => live[Symbol.dispose]())

  const url = await listenOnLoopback(app, host, port, 'Close what uses it, or choose another.')
  return { url, [Symbol.asyncDispose]: () => app.close() }
}

import fastifyStatic from '@fastify/static'
import type { Clock } from '../clock.ts'
import { type Html, toMarkup } from '../lib/html.ts'
import { createLoopbackWeb, listenOnLoopback, refuse } from '../lib/loopback-web.ts'
import type { Log } from '../log.ts'
import type { Overview } from '../service/overview.ts'
import { PageEvents } from './events.ts'
import { health } from './health.ts'
import { layout } from './layout.ts'
import { overviewPage, troublePage } from './pages/overview.ts'

export interface DashboardDeps {
  /** Throws when the database does not answer. */
  overview(): Overview
  /** Calls `listener` whenever the overview may have changed, until the returned function is called. */
  changes(listener: () => void): () => void
  readonly clock: Clock
  readonly log: Log
  readonly host: string
  readonly port: number
}

/** Serves the dashboard and /healthz on loopback. Rejects with one plain sentence when the host is not loopback or the port is taken. */
export async function createDashboard(
  deps: DashboardDeps,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const { clock, log, host, port } = deps

  /** A page that cannot be made must not end the process: the event stream makes it from a timer. */
  function attempt<T>(make: (overview: Overview) => T): T | undefined {
    try {
      return make(deps.overview())
    } catch (error) {
      log.error({ error }, 'The overview could not be shown.')
      return undefined
    }
  }

  const page = (): Html =>
    attempt((overview) => overviewPage(overview, clock.now())) ?? troublePage()

  const app = await createLoopbackWeb({
    host,
    onError: (error) => log.error({ error }, 'A dashboard request failed.'),
  })
  await app.register(fastifyStatic, {
    root: `${import.meta.dirname}/assets`,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (response) => void response.header('cache-control', 'no-cache'),
  })
  const events = new PageEvents(
    clock,
    (listener) => deps.changes(listener),
    () => toMarkup(page()),
  )
  app.addHook('preClose', async () => events[Symbol.dispose]())

  app.get('/', (_request, reply) => {
    const markup = toMarkup(layout('Overview', page()))
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(markup)
  })
  app.get('/events', (_request, reply) => {
    if (!events.open(reply)) return refuse(reply, 503, 'Too many pages are open.')
    return reply
  })
  app.get('/healthz', (_request, reply) => {
    const answer = health(attempt((overview) => overview))
    return reply
      .code(answer.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer)
  })

  const url = await listenOnLoopback(app, host, port, 'Set HTTP_PORT to a free one.')
  return { url, [Symbol.asyncDispose]: () => app.close() }
}

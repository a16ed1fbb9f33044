// A web server for the person at this machine alone: loopback only, no other site can reach it through their browser,
// strict headers on every answer, and one plain sentence for whatever goes wrong.

import helmet from '@fastify/helmet'
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'

const bodyLimitKiB = 64

// Known by their names; `message` is one sentence that says what to do.

class HostRefusedError extends Error {
  override readonly name = 'HostRefusedError'
}

class PortTakenError extends Error {
  override readonly name = 'PortTakenError'
}

export interface LoopbackWebOptions {
  readonly host: string
  /** Told of errors that are nobody's fault but ours. */
  readonly onError: (error: unknown) => void
}

/** Throws one plain sentence when `host` is not loopback. Closing it ends every connection at once. */
export async function createLoopbackWeb(options: LoopbackWebOptions): Promise<FastifyInstance> {
  if (!isLoopback(options.host)) {
    throw new HostRefusedError(`${options.host} can be reached from other machines. Use 127.0.0.1.`)
  }
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: bodyLimitKiB * 1024,
    frameworkErrors: (_error, _request, reply) => {
      reply.header('x-content-type-options', 'nosniff')
      refuse(reply, 400, 'This address is not well formed.')
    },
  })
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, headers)
  app.addHook('onRequest', async (request, reply) => {
    if (!namesLoopback(request.headers.host))
      return refuse(reply, 421, 'Only localhost is served here.')
    const own = isOwnPage(
      request.headers['sec-fetch-site'],
      request.headers.origin,
      request.headers.host,
    )
    if (!['GET', 'HEAD'].includes(request.method) && !own)
      return refuse(reply, 403, 'Only the page itself may do that.')
  })
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'There is nothing here.'))
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) options.onError(error)
    return refuse(
      reply,
      status,
      sentences[status] ?? (status < 500 ? 'This request is not well formed.' : 'That failed.'),
    )
  })
  return app
}

/** Resolves to the address. A taken port rejects with one plain sentence that ends with `remedy`. */
export async function listenOnLoopback(
  app: FastifyInstance,
  host: string,
  port: number,
  remedy: string,
): Promise<string> {
  try {
    const url = await app.listen({ host, port })
    return url.replace(/\/$/, '')
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new PortTakenError(`Port ${port} on ${host} is taken. ${remedy}`, { cause: error })
    if (code === 'EACCES')
      throw new PortTakenError(`Port ${port} on ${host} is not for everybody. ${remedy}`, {
        cause: error,
      })
    throw error
  }
}

export function refuse(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`${sentence}\n`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

const sentences: Readonly<Record<number, string>> = {
  400: 'The body is not valid JSON.',
  413: `The body is larger than ${bodyLimitKiB} KiB.`,
  415: 'Send the body as application/json.',
}

/** A foreign name that resolves to 127.0.0.1 (DNS rebinding) still shows in the Host header. */
const namesLoopback = (host: string | undefined): boolean =>
  host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host)

/** Browsers name the site that asks (Sec-Fetch-Site, or at least Origin); what is no browser sends neither. */
function isOwnPage(
  site: string | string[] | undefined,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === undefined || origin === `http://${host}`
}

const headers = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      mediaSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  /** Plain http on loopback: a remembered upgrade to https would lock the page out. */
  strictTransportSecurity: false,
}

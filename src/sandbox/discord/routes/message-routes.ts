import { z } from 'zod'
import type { Account } from '../account.ts'
import { apiErrors } from '../api-error.ts'
import { botId } from '../bot-identity.ts'
import { botEdit, botMessage } from '../bot-message.ts'
import { parseForm } from '../form-error.ts'
import { parseMessageForm } from '../message-form.ts'
import { noContent, ok, param } from '../route.ts'
import type { Answer, Call, Route } from '../route.ts'
import type { WireMessage } from '../wire-message.ts'
import type { World } from '../world.ts'
import { requireDm } from './channel-routes.ts'

const snowflake = z.string().regex(/^\d{1,20}$/)
const pageForm = z.object({
  before: snowflake.optional(),
  after: snowflake.optional(),
  around: snowflake.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export function messageRoutes(world: World): readonly Route[] {
  const addressee = (call: Call) => world.dm(param(call, 'channel'))?.account
  const messages = '/channels/:channel/messages'

  return [
    {
      kind: 'GET messages',
      verb: 'GET',
      path: messages,
      addressee,
      run(call) {
        const { before, after, around, limit } = parseForm(pageForm, Object.fromEntries(call.query))
        return ok(requireDm(world, call).page({ before, after, around, limit }).toReversed())
      },
    },
    {
      kind: 'GET message',
      verb: 'GET',
      path: `${messages}/:message`,
      addressee,
      run: (call) => ok(requireMessage(world, call)),
    },
    {
      kind: 'POST message',
      verb: 'POST',
      path: messages,
      addressee,
      run: (call) => create(world, call),
    },
    {
      kind: 'PATCH message',
      verb: 'PATCH',
      path: `${messages}/:message`,
      addressee,
      run: (call) =>
        ok(
          botEdit(
            world,
            requireDm(world, call),
            param(call, 'message'),
            parseMessageForm(call.body),
            call.files,
          ),
        ),
    },
    {
      kind: 'DELETE message',
      verb: 'DELETE',
      path: `${messages}/:message`,
      addressee,
      run(call) {
        if (requireMessage(world, call).author.id !== botId) throw apiErrors.dmAction()
        requireDm(world, call).remove(param(call, 'message'))
        return noContent
      },
    },
  ]
}

function requireMessage(world: World, call: Call): WireMessage {
  const message = requireDm(world, call).find(param(call, 'message'))
  if (message === undefined) throw apiErrors.unknownMessage()
  return message
}

function create(world: World, call: Call): Answer {
  const dm = requireDm(world, call)
  const form = parseMessageForm(call.body)
  const nonce = form.nonce ?? undefined
  requireReach(dm.account)
  // The message that has this nonce already is the answer, unless it is gone.
  const earlier =
    nonce !== undefined && form.enforce_nonce === true ? dm.nonces.find(nonce) : undefined
  if (earlier !== undefined) {
    const message = dm.find(earlier)
    if (message === undefined) throw apiErrors.unknownMessage()
    return ok({ ...message, nonce })
  }
  const posted = dm.post(botMessage(world, dm, form, call.files), 'text', nonce)
  if (nonce !== undefined) dm.nonces.remember(nonce, posted.id)
  return ok(posted)
}

function requireReach(account: Account): void {
  if (account.hasBlocked || account.isDeleted || account.reach === 'dms-closed')
    throw apiErrors.cannotSend()
  if (account.reach === 'no-mutual-guilds') throw apiErrors.noMutualGuilds()
}

import { z } from 'zod'
import { apiErrors } from '../api-error.ts'
import { botId } from '../bot-identity.ts'
import type { Dm } from '../dm.ts'
import { parseForm } from '../form-error.ts'
import { noContent, ok, param } from '../route.ts'
import type { Call, Route } from '../route.ts'
import type { World } from '../world.ts'

const openForm = z.object({ recipient_id: z.string().regex(/^\d{1,20}$/) })

/** The DM that a request names, or the refusal that there is none. */
export function requireDm(world: World, call: Call): Dm {
  const dm = world.dm(param(call, 'channel'))
  if (dm === undefined) throw apiErrors.unknownChannel()
  return dm
}

export function channelRoutes(world: World): readonly Route[] {
  const addressee = (call: Call) => world.dm(param(call, 'channel'))?.account

  return [
    {
      kind: 'POST channel',
      verb: 'POST',
      path: '/users/@me/channels',
      addressee: (call) => {
        const form = openForm.safeParse(call.body)
        return form.success ? world.account(form.data.recipient_id) : undefined
      },
      run(call) {
        const account = world.account(parseForm(openForm, call.body).recipient_id)
        if (account === undefined || account.isDeleted) throw apiErrors.unknownUser()
        world.dmsOpened += 1
        return ok(world.dmWith(account).channel)
      },
    },
    {
      kind: 'GET channel',
      verb: 'GET',
      path: '/channels/:channel',
      addressee,
      run: (call) => ok(requireDm(world, call).channel),
    },
    {
      kind: 'POST typing',
      verb: 'POST',
      path: '/channels/:channel/typing',
      addressee,
      run(call) {
        requireDm(world, call).typing(botId)
        return noContent
      },
    },
  ]
}

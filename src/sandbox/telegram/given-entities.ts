import type { User } from 'grammy/types'

import type { SeenEntity } from '../person.ts'

/** Mentions name the speaker and emoji some emoji: the page and the stories only say where they are. */
export function givenEntities(
  entities: readonly SeenEntity[] = [],
  user: User | undefined,
): readonly object[] {
  return entities.map((entity) => ({ ...entity, user, custom_emoji_id: '5368324170671202286' }))
}

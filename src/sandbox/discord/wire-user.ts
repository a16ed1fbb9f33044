/** https://docs.discord.com/developers/resources/user#user-object, as Discord sends it in messages and lists. */
export interface WireUser {
  readonly id: string
  readonly username: string
  readonly discriminator: string
  readonly global_name: string | null
  readonly avatar: string | null
  readonly avatar_decoration_data: null
  readonly banner: null
  readonly accent_color: null
  readonly bot: boolean
  readonly collectibles: null
  readonly flags: number
  readonly public_flags: number
  readonly primary_guild: null
}

export type UserNames = Pick<
  WireUser,
  'id' | 'username' | 'discriminator' | 'global_name' | 'avatar' | 'bot'
>

export function wireUser(names: UserNames): WireUser {
  return {
    ...names,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  }
}

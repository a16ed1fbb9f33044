/** JSON of the sandbox, as far as the tests reach into it; what they compare, they compare as a whole. */
export interface Wire {
  readonly id: string
  readonly channel_id: string
  readonly channel_type: number
  readonly content: string
  readonly edited_timestamp: string | null
  readonly referenced_message: Wire | null
  readonly mentions: readonly Wire[]
  readonly components: readonly Wire[]
  readonly flags: number
  readonly nonce: string
  readonly token: string
  readonly url: string
  readonly embeds: readonly Wire[]
  readonly attachments: readonly Wire[]
  readonly sticker_items: readonly Wire[]
  readonly message_snapshots: readonly { readonly message: Wire }[]
  readonly filename: string
  readonly title?: string
  readonly video: Wire
  readonly proxy_url: string
  readonly errors: {
    readonly content: { readonly _errors: readonly { readonly message: string }[] }
  }
}

/** A tap under a message. `data` comes back in the tap: at most 64 bytes of ASCII, never a name or an id of a person. */
export interface Button {
  readonly label: string
  readonly data: string
  readonly style: 'plain' | 'primary' | 'danger'
}

/** Rows of buttons, top to bottom; a row holds at most 5. */
export type Buttons = readonly (readonly Button[])[]

/** A question that is answered in words: a dialog where the platform has one, a message to reply to elsewhere. */
export interface Prompt {
  /** At most 45 characters, as the two below it: what Discord's dialogs take. */
  readonly title: string
  readonly label: string
  readonly placeholder: string
  /** Of the answer, in UTF-16 code units. */
  readonly mostCharacters: number
}

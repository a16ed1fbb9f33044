// Text with formatting as both platforms can mean it: a plain string and ranges over its UTF-16 units.

export type Format =
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'code' | 'quote' }
  | { readonly kind: 'pre'; readonly language: string | undefined }
  | { readonly kind: 'link'; readonly url: string }

/** Half open: `start` is in, `end` is out; both in UTF-16 units and never inside a surrogate pair. */
export interface Range {
  readonly start: number
  readonly end: number
  readonly format: Format
}

/** Ranges are sorted by start, then longest first; they nest, never cross, never are empty, and lie inside the text. */
export interface RichText {
  readonly text: string
  readonly ranges: readonly Range[]
}

export const plain = (text: string): RichText => ({ text, ranges: [] })

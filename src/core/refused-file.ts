/** Why a file is not carried, as its sender is told. */
export type RefusedFile =
  | { readonly why: 'too-large'; readonly limitBytes: number }
  /** It came slower than anybody waits. */
  | { readonly why: 'too-slow' }
  /** Damaged, cut off, or not what it says to be. */
  | { readonly why: 'unreadable' }
  /** More pixels, frames or minutes than it is worth unpacking. */
  | { readonly why: 'too-complex' }
  /** Nothing that is known to say nothing of its sender, and no way to make it so. */
  | { readonly why: 'cannot-be-cleaned' }
  /** The platform has it no more. */
  | { readonly why: 'gone' }

// Names that only the adapter that made them can read. The core compares and carries them, nothing else.

declare const addressBrand: unique symbol
declare const refBrand: unique symbol

/** Where a user is reached on their platform. Sealed at rest. */
export type Address = string & { readonly [addressBrand]: true }

/** The platform's name for one place where a message appears. Unique on its platform; sealed at rest, found by keyed hash. */
export type Ref = string & { readonly [refBrand]: true }

export const address = (text: string): Address => text as Address
export const ref = (text: string): Ref => text as Ref

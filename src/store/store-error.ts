/** The database cannot be used as it is; `message` is one sentence that says why and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** The database failed while working: nothing of the unit was written, and doing the same again later may succeed. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure'
}

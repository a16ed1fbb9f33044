// Loaded before the product: tells the parent the most of its memory budget that the media works had given away since it was asked last.

import { isMainThread } from 'node:worker_threads'
import { Budget } from '../../src/media/budget.ts'

if (isMainThread) {
  const megabyte = 1024 * 1024
  let most = 0
  const take = Budget.prototype.take
  Budget.prototype.take = async function (amount, signal) {
    const share = await take.call(this, amount, signal)
    // The other budget of the works counts transfers.
    if (this.total > megabyte) most = Math.max(most, this.taken)
    return share
  }
  process.on('message', (question) => {
    if (question !== 'budget') return
    process.send?.(most)
    most = 0
  })
}

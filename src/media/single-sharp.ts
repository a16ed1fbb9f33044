import sharp from 'sharp'

// Two workers on the machine's threads are enough, and what was somebody's file is not kept.
sharp.concurrency(1)
sharp.cache(false)

export { sharp }

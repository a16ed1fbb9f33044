import { z } from 'zod'

const place = z.int().nonnegative()

/** Formatting as the page writes it. */
export const messageEntities = z.array(
  z.object({
    type: z.string().min(1),
    offset: place,
    length: place,
    url: z.string().exactOptional(),
    language: z.string().exactOptional(),
  }),
)

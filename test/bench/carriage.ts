import { z } from 'zod'

const carriage = z.object({
  form: z.enum(['photo', 'video']),
  from: z.union([z.object({ fileId: z.string() }), z.object({ url: z.string() })]),
  to: z.union([z.object({ chat: z.string() }), z.object({ channel: z.string() })]),
})

/** One file for the bare loop: where it is, and whose chat it is posted to. */
export type Carriage = z.infer<typeof carriage>

export const carriages = z.array(carriage)

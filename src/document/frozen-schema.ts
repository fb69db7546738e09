import * as z from 'zod';
import { idSchema } from './id-schema.ts';

/** Numbers of one tensor that may be frozen at most. */
const MOST_FROZEN = 4096;

/** Frozen numbers by node and tensor: where they stand in it, flat, and the shape that it had then. */
export const frozenSchema = z.record(
  idSchema,
  z.record(
    z.string().max(40),
    z.object({
      shape: z.array(z.int().min(1)).max(8),
      at: z.array(z.int().min(0)).min(1).max(MOST_FROZEN),
    }),
  ),
);

/** Which numbers of the network no update changes. Those of a tensor that has another shape now do not count. */
export type Frozen = z.infer<typeof frozenSchema>;

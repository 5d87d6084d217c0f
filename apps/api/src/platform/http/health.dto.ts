import { z } from 'zod';

const state = z.enum(['ok', 'down']);

/** Liveness and the backends that were chosen at the start; 503 where one of them does not answer. */
export const Health = z
  .object({
    status: state,
    database: z.object({ backend: z.enum(['sqlite', 'mysql']), status: state }),
    queue: z.object({ backend: z.enum(['in-process', 'redis']), status: state }),
    version: z.string(),
  })
  .meta({ id: 'Health' });
export type Health = z.output<typeof Health>;

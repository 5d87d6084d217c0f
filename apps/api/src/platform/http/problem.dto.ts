import { z } from 'zod';

/** Every refusal: a stable code, the figures for a sentence, and where fields are at fault, each of them. */
export const Problem = z
  .object({
    code: z.string(),
    message: z
      .string()
      .describe('One plain sentence in the language of the request (Accept-Language: zh by default, en).'),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;

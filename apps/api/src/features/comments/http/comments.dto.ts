import { z } from 'zod';
import { Id, Month } from '../../../platform/http/fields.dto.js';

/** A comment to a project or one of its indicators, of a round or of the whole year; or the taking back of one's own. */
export const CommentInput = z
  .strictObject({
    text: z.string().trim().max(4000),
    month: Month.nullish().describe('The round that it is about'),
    indicatorId: Id.nullish().describe('The indicator that it is about; none: the project itself'),
    withdraws: Id.nullish().describe('The comment that is taken back; then the text may be empty'),
  })
  .refine(({ text, withdraws }) => text !== '' || withdraws, { path: ['text'], message: 'empty' })
  .meta({ id: 'CommentInput' });
export type CommentInput = z.output<typeof CommentInput>;

export const CommentList = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        month: z.int().nullable(),
        indicator: z.object({ id: Id, name: z.string() }).nullable().describe('With its name at that time'),
        text: z.string(),
        author: z.string(),
        authorName: z.string(),
        at: z.string(),
        withdrawn: z.object({ at: z.string(), text: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'CommentList' });
export type CommentList = z.output<typeof CommentList>;

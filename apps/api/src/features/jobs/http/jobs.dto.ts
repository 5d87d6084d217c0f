import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';
import { Problem } from '../../../platform/http/problem.dto.js';

export const JobView = z
  .object({
    id: Id,
    name: z.string(),
    key: z.string(),
    status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled']),
    attempts: z.int(),
    maxAttempts: z.int(),
    done: z.int(),
    total: z.int(),
    error: z.string().nullable().describe('For whoever looks after jobs, in no language of people'),
    failure: Problem.nullable().describe('The refusal that ended it, worded for the reader; null for other failures'),
    mayCancel: z.boolean().describe('It has not ended, and the caller asked for it or manages jobs'),
    requestedBy: z.string().nullable(),
    requestedByName: z.string().nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' });
export type JobView = z.output<typeof JobView>;
export const JobPage = z.object({ items: z.array(JobView), total: z.int() }).meta({ id: 'JobPage' });
export const JobAccepted = z.object({ jobId: Id }).meta({ id: 'JobAccepted' });
export const JobQuery = z.object({
  status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled']).optional(),
  ...PageQuery,
});

/** What `/api/events` sends (server-sent events, `event:` is `type`). */
export const ServerEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job'),
    id: Id,
    name: z.string(),
    status: JobView.shape.status,
    done: z.int(),
    total: z.int(),
  }),
  z.object({
    type: z.literal('lights'),
    year: z.int(),
    month: z.int(),
    projectIds: z.array(Id).describe('Empty: any project of the round'),
  }),
  z.object({ type: z.literal('notifications') }).describe("The reader's own notifications changed"),
]);
export type ServerEvent = z.output<typeof ServerEvent>;

import { CHANGE_STATES, CHANGE_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Id, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { DifferenceView, RemarkView } from './targets.dto.js';

const reason = z.string().trim().min(1).max(2000);
const Kind = z.enum(['progressRate', 'executionRate', 'yearEnd', 'level', 'cumulative', 'qualitative', 'date']);
const Checkpoints = z.array(z.object({ month: z.int().min(1).max(12), percent: z.number().min(0).max(100) }));
const RawValue = z.string().trim().min(1).max(200);
const Level = z.string().trim().min(1).max(64);

/** What is to differ from the targets in force: values and indicators, the spend plan, or how indicators are judged. */
const ChangeContentInput = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('targets'),
    changed: z.array(z.strictObject({ indicatorId: Id, rawValue: RawValue })).max(300),
    added: z
      .array(
        z.strictObject({
          level1: Level,
          level2: Level,
          name: z.string().trim().min(1).max(500),
          description: z.string().trim().max(2000).nullable(),
          rawValue: RawValue,
        }),
      )
      .max(100),
    removed: z.array(Id).max(300).describe('Indicators that are to go'),
  }),
  z.strictObject({ what: z.literal('schedule'), schedule: Checkpoints.min(1).max(12) }),
  z.strictObject({
    what: z.literal('classification'),
    changed: z
      .array(
        z.strictObject({
          indicatorId: Id,
          kind: Kind.optional(),
          direction: z.enum(['atLeast', 'atMost']).optional(),
          assessedFrom: z.int().min(1).max(12).optional(),
        }),
      )
      .min(1)
      .max(300),
  }),
]);

export const TargetChangeInput = z
  .strictObject({ content: ChangeContentInput, reason, documentIds: z.array(Id).max(20).default([]) })
  .meta({ id: 'TargetChangeInput' });
export type TargetChangeInput = z.output<typeof TargetChangeInput>;

export const ChangeStepName = z.enum(CHANGE_STEPS);
export const ChangeStepInput = z
  .strictObject({ message: z.string().trim().min(1).max(2000).nullish() })
  .meta({ id: 'ChangeStepInput' });

export const ProjectDocumentView = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
  })
  .meta({ id: 'ProjectDocument' });
export type ProjectDocumentView = z.output<typeof ProjectDocumentView>;

const change = {
  id: Id,
  projectId: Id,
  projectName: z.string(),
  projectCode: z.string().nullable(),
  year: z.int(),
  organisationId: Id,
  organisationName: z.string(),
  what: z.enum(['targets', 'schedule', 'classification']),
  state: z.enum(CHANGE_STATES),
  reason: z.string(),
  basedOn: z.int(),
  proposedBy: z.string(),
  proposedByName: z.string(),
  proposedAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  message: z.string().nullable(),
  resultVersion: z.int().nullable().describe('Version that the approval made'),
};

export const TargetChangeView = z.object(change).meta({ id: 'TargetChange' });
export type TargetChangeView = z.output<typeof TargetChangeView>;

export const TargetChangeDetail = z
  .object({
    ...change,
    differences: z.array(DifferenceView).describe('Against the version that it was proposed on'),
    remarks: z.array(RemarkView).describe('What is worth a word about the targets as they would be (R41, R42)'),
    documents: z.array(ProjectDocumentView),
    steps: z.array(ChangeStepName).describe('What the caller may do with it'),
  })
  .meta({ id: 'TargetChangeDetail' });
export type TargetChangeDetail = z.output<typeof TargetChangeDetail>;

export const TargetChangeQueryInput = z.object({
  year: Year.optional(),
  organisationId: Id.optional(),
  state: z.enum([...CHANGE_STATES, 'undecided']).optional(),
  ...PageQuery,
});
export type TargetChangeQueryInput = z.output<typeof TargetChangeQueryInput>;

export const TargetChangePage = z
  .object({ items: z.array(TargetChangeView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'TargetChangePage' });
export type TargetChangePage = z.output<typeof TargetChangePage>;
export const TargetChangeList = z.object({ items: z.array(TargetChangeView) }).meta({ id: 'TargetChangeList' });

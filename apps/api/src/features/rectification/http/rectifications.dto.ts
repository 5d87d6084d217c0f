import {
  ALERT_KINDS,
  ALERT_SEVERITIES,
  ALERT_STATES,
  DUE_STATES,
  RECTIFICATION_EFFECTS,
  RECTIFICATION_SOURCES,
  RECTIFICATION_STATES,
  RECTIFICATION_STEPS,
} from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay, LightField, PageQuery, Year } from '../../../platform/http/fields.dto.js';

export const LongText = z.string().trim().min(1).max(4000);
export const Version = z.int().min(0);
const Owner = z.string().min(1).max(64);

/** Of one project or, where there is none, of a unit as a whole. */
export const RectificationInput = z
  .strictObject({
    source: z.enum(RECTIFICATION_SOURCES),
    alertIds: z.array(Id).max(50).nullish().describe('Alerts of one project, with the source `alert`'),
    projectId: Id.nullish().describe('Left out with alerts, which say it'),
    organisationId: Id.nullish().describe('The unit; only where it is about no single project'),
    finding: LongText,
    reference: z.string().trim().min(1).max(100).nullish().describe('Number of the document that it rests on'),
    owner: Owner.nullish().describe('Username of a person of the unit'),
    measures: LongText.nullish(),
    deadline: IsoDay.nullish(),
  })
  .meta({ id: 'RectificationInput' });
export type RectificationInput = z.output<typeof RectificationInput>;

export const RectificationChange = z
  .strictObject({
    version: Version,
    finding: LongText.optional(),
    reference: z.string().trim().min(1).max(100).nullable().optional(),
    owner: Owner.nullable().optional(),
    measures: LongText.nullable().optional(),
    deadline: IsoDay.nullable().optional(),
  })
  .meta({ id: 'RectificationChange' });
export type RectificationChange = z.output<typeof RectificationChange>;

export const RectificationStepInput = z
  .strictObject({
    step: z.enum(RECTIFICATION_STEPS),
    version: Version,
    text: LongText.nullish(),
    deadline: IsoDay.nullish().describe('The later one, where it is extended'),
  })
  .meta({ id: 'RectificationStepInput' });
export type RectificationStepInput = z.output<typeof RectificationStepInput>;

export const FollowUpProject = z
  .object({ id: Id, name: z.string(), code: z.string().nullable(), year: z.int() })
  .meta({ id: 'FollowUpProject' });
export const FollowUpRound = z.object({ id: Id, year: z.int(), month: z.int() }).meta({ id: 'FollowUpRound' });

const RectifiedAlert = z
  .object({
    id: Id,
    kind: z.enum(ALERT_KINDS),
    severity: z.enum(ALERT_SEVERITIES),
    state: z.enum(ALERT_STATES),
    round: FollowUpRound.nullable(),
  })
  .meta({ id: 'RectifiedAlert' });

const rectification = {
  id: Id,
  source: z.enum(RECTIFICATION_SOURCES),
  alerts: z.array(RectifiedAlert),
  project: FollowUpProject.nullable(),
  organisationId: Id,
  organisationName: z.string(),
  round: FollowUpRound.nullable().describe('The round by which it was found'),
  finding: z.string(),
  reference: z.string().nullable(),
  owner: z.string().nullable(),
  ownerName: z.string().nullable(),
  measures: z.string().nullable(),
  deadline: z.string().nullable(),
  due: z.enum(DUE_STATES),
  state: z.enum(RECTIFICATION_STATES),
  message: z.string().nullable().describe('What the person wrote who returned or waived it last'),
  carriedOver: z.boolean().describe('跨年'),
  carriedFrom: FollowUpProject.nullable(),
  openedBy: z.string(),
  openedByName: z.string(),
  openedAt: z.string(),
  submittedBy: z.string().nullable(),
  submittedByName: z.string().nullable(),
  submittedAt: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedByName: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closing: z.enum(['effective', 'evidence', 'waived']).nullable(),
  lightBefore: LightField.nullable(),
  lightAfter: LightField.nullable(),
  effect: z.enum(RECTIFICATION_EFFECTS).nullable(),
  effectRound: FollowUpRound.nullable().describe('The round by which the effect was last measured'),
  files: z.int(),
  version: z.int(),
  may: z.array(z.enum(['edit', 'attach', ...RECTIFICATION_STEPS])).describe('What the caller may do with it now'),
};

export const RectificationView = z.object(rectification).meta({ id: 'Rectification' });
export type RectificationView = z.output<typeof RectificationView>;

export const FollowUpStepView = z
  .object({
    step: z.string(),
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    onBehalfOf: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
    text: z.string().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  })
  .meta({ id: 'FollowUpStep' });
export type FollowUpStepView = z.output<typeof FollowUpStepView>;

export const OwnerView = z.object({ username: z.string(), displayName: z.string() }).meta({ id: 'FollowUpOwner' });
export const OwnerList = z.object({ items: z.array(OwnerView) }).meta({ id: 'FollowUpOwnerList' });
export type OwnerList = z.output<typeof OwnerList>;

export const RectificationDetail = z
  .object({
    ...rectification,
    evidence: z.array(
      z.object({
        id: Id,
        file: z.string(),
        bytes: z.int(),
        uploadedBy: z.string(),
        uploadedByName: z.string(),
        uploadedAt: z.string(),
      }),
    ),
    history: z.array(FollowUpStepView).describe('Oldest first'),
  })
  .meta({ id: 'RectificationDetail' });
export type RectificationDetail = z.output<typeof RectificationDetail>;

const filters = {
  year: Year.optional().describe('Year of the project, or of the round by which it was found'),
  organisationId: Id.optional(),
  source: z.enum(RECTIFICATION_SOURCES).optional(),
  overdue: z.stringbool().optional(),
  carriedOver: z.stringbool().optional(),
  mine: z.stringbool().optional().describe('Only what waits for the caller'),
  q: z.string().max(100).optional().describe('In the finding, or the name of the project or unit'),
};

export const RectificationSummaryQuery = z.object(filters);
export type RectificationSummaryQuery = z.output<typeof RectificationSummaryQuery>;

export const RectificationQuery = z.object({
  ...filters,
  state: z.enum([...RECTIFICATION_STATES, 'open', 'over']).optional(),
  sort: z.enum(['deadline', 'newest']).default('deadline'),
  ...PageQuery,
});
export type RectificationQuery = z.output<typeof RectificationQuery>;

export const RectificationPage = z
  .object({ items: z.array(RectificationView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'RectificationPage' });
export type RectificationPage = z.output<typeof RectificationPage>;

export const RectificationSummary = z
  .object({
    states: z.object(
      Object.fromEntries(RECTIFICATION_STATES.map((state) => [state, z.int()])) as Record<
        (typeof RECTIFICATION_STATES)[number],
        z.ZodInt
      >,
    ),
    overdue: z.int(),
    recovered: z.int().describe('Closed because the light of the next round has recovered'),
    waiting: z.int().describe('What waits for the caller'),
  })
  .meta({ id: 'RectificationSummary' });
export type RectificationSummary = z.output<typeof RectificationSummary>;

export const OwnerQuery = z.object({ organisationId: Id });

import { DUE_STATES, SUPERVISION_STATES, SUPERVISION_STEPS } from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { FollowUpProject, FollowUpStepView, LongText, Version } from './rectifications.dto.js';

/** From a comment on a project, or directly about a project or a unit. */
export const SupervisionInput = z
  .strictObject({
    projectId: Id.nullish(),
    organisationId: Id.nullish().describe('The unit; only where it is about no single project'),
    commentId: Id.nullish().describe('The comment on the project that it comes from'),
    matter: LongText,
    owner: z.string().min(1).max(64).nullish().describe('Username of a person of the unit'),
    deadline: IsoDay,
  })
  .meta({ id: 'SupervisionInput' });
export type SupervisionInput = z.output<typeof SupervisionInput>;

export const SupervisionStepInput = z
  .strictObject({
    step: z.enum(SUPERVISION_STEPS),
    version: Version,
    text: LongText.nullish(),
    deadline: IsoDay.nullish().describe('The later one, where it is extended'),
  })
  .meta({ id: 'SupervisionStepInput' });
export type SupervisionStepInput = z.output<typeof SupervisionStepInput>;

const supervision = {
  id: Id,
  project: FollowUpProject.nullable(),
  organisationId: Id,
  organisationName: z.string(),
  commentId: Id.nullable(),
  matter: z.string(),
  owner: z.string().nullable(),
  ownerName: z.string().nullable(),
  deadline: z.string(),
  due: z.enum(DUE_STATES),
  state: z.enum(SUPERVISION_STATES),
  openedBy: z.string(),
  openedByName: z.string(),
  openedAt: z.string(),
  report: z.string().nullable().describe('What the unit reported last'),
  reportedBy: z.string().nullable(),
  reportedByName: z.string().nullable(),
  reportedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  message: z.string().nullable().describe('What the person wrote who returned or closed it last'),
  version: z.int(),
  may: z.array(z.enum(SUPERVISION_STEPS)),
};

export const SupervisionView = z.object(supervision).meta({ id: 'Supervision' });
export type SupervisionView = z.output<typeof SupervisionView>;

export const SupervisionDetail = z
  .object({ ...supervision, history: z.array(FollowUpStepView).describe('Oldest first') })
  .meta({ id: 'SupervisionDetail' });
export type SupervisionDetail = z.output<typeof SupervisionDetail>;

export const SupervisionQuery = z.object({
  year: Year.optional(),
  organisationId: Id.optional(),
  state: z.enum(SUPERVISION_STATES).optional(),
  overdue: z.stringbool().optional(),
  mine: z.stringbool().optional().describe('Only what waits for the caller'),
  q: z.string().max(100).optional(),
  ...PageQuery,
});
export type SupervisionQuery = z.output<typeof SupervisionQuery>;

export const SupervisionPage = z
  .object({ items: z.array(SupervisionView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'SupervisionPage' });
export type SupervisionPage = z.output<typeof SupervisionPage>;

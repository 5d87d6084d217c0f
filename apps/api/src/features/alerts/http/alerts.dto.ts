import {
  ALERT_ACTIONS,
  ALERT_ANSWERS,
  ALERT_CLOSINGS,
  ALERT_KINDS,
  ALERT_SEVERITIES,
  ALERT_STATES,
  ALERT_STEPS,
  ESCALATION_LEVELS,
  ON_SITE_CHECKS,
  SUSPENSIONS,
} from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Which alerts are counted or listed. */
const which = {
  year: Year.optional(),
  month: Month.optional(),
  organisationId: Id.optional().describe('At this organisation and everywhere below it'),
};

export const AlertQuery = z.object({
  ...which,
  state: z
    .enum([...ALERT_STATES, 'active'])
    .optional()
    .describe('`active`: not closed'),
  severity: z.enum(ALERT_SEVERITIES).optional(),
  kind: z.enum(ALERT_KINDS).optional(),
  projectId: Id.optional(),
  suspension: z.enum(SUSPENSIONS).optional().describe('`proposed`: waits for the decision of finance'),
  mine: Flag.describe('Only what waits for the caller: an answer, a decision, an on-site check'),
  overdue: Flag.describe('Only open ones whose deadline has passed'),
  onSite: Flag.describe('Only those whose on-site check is due'),
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Part of the name or code of the project, or of the name of its unit'),
  sort: z
    .enum(['urgent', 'newest'])
    .default('urgent')
    .describe(
      '`urgent`: first what waits for an answer or a decision, closed ones last; in each by severity and deadline',
    ),
  ...PageQuery,
});
export type AlertQuery = z.output<typeof AlertQuery>;

export const AlertView = z
  .object({
    id: Id,
    version: z.int().describe('To be named by whoever decides on it'),
    year: z.int(),
    month: z.int(),
    projectId: Id,
    projectCode: z.string().nullable(),
    projectName: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    kind: z.enum(ALERT_KINDS),
    severity: z.enum(ALERT_SEVERITIES),
    title: z.string().describe('What the rule is called, in the language of the request'),
    explanation: z.string().describe('What, why and how far off, in the language of the request (R49)'),
    state: z.enum(ALERT_STATES),
    suspension: z.enum(SUSPENSIONS).nullable(),
    level: z.enum(ESCALATION_LEVELS).describe('Who has to see to it by now'),
    raisedAt: z.string(),
    raisedOn: IsoDay.describe('The day from which the deadline counts: it was opened again then, or raised'),
    deadline: IsoDay.nullable().describe(
      'Last day for an answer; null in rounds that were over before there were alerts',
    ),
    daysLeft: z
      .int()
      .nullable()
      .describe('Working days to the deadline, 0 on the last day, negative when it is past; null unless it is open'),
    isOverdue: z.boolean(),
    acknowledged: z.object({ at: z.string(), by: z.string(), byName: z.string() }).nullable(),
    answer: z
      .object({
        answer: z.enum(ALERT_ANSWERS),
        text: z.string(),
        at: z.string(),
        by: z.string(),
        byName: z.string(),
        responseDays: z.int().describe('Working days that it took'),
      })
      .nullable(),
    closed: z.object({ at: z.string(), closing: z.enum(ALERT_CLOSINGS) }).nullable(),
    recurrences: z.int().describe('How often it was opened again'),
    consecutive: z.int().describe('Rounds in a row with the same rule, this one among them'),
    onSiteCheck: z.enum(ON_SITE_CHECKS).nullable(),
    onSiteNote: z.string().nullable(),
    can: z.array(z.enum(ALERT_ACTIONS)).describe('What the caller may do with it now'),
  })
  .meta({ id: 'Alert' });
export type AlertView = z.output<typeof AlertView>;

export const AlertPage = z
  .object({ items: z.array(AlertView), total: z.int(), page: z.int(), size: z.int() })
  .meta({ id: 'AlertPage' });
export type AlertPage = z.output<typeof AlertPage>;

const AlertStepView = z.object({
  at: z.string(),
  step: z.enum(['raised', ...ALERT_STEPS]),
  actor: z.string().nullable().describe('Null where the rules or the day did it'),
  actorName: z.string().nullable(),
  actedFor: z.string().nullable().describe('Username of the person whose deputy that was'),
  text: z.string().nullable(),
  answer: z.enum(ALERT_ANSWERS).nullable().describe('Of `answered`'),
  closing: z.enum(ALERT_CLOSINGS).nullable().describe('Of `closed`'),
  level: z.enum(ESCALATION_LEVELS).nullable().describe('Of `escalated`'),
  deadline: IsoDay.nullable().describe('Of `reopened` and `suspension-dropped`: until when it has to be answered now'),
});

/** An alert with everything that has happened to it, oldest first. */
export const AlertDetail = AlertView.extend({ history: z.array(AlertStepView) }).meta({ id: 'AlertDetail' });
export type AlertDetail = z.output<typeof AlertDetail>;

export const ProjectAlerts = z
  .object({ items: z.array(AlertView).describe('Newest round first, in a round by severity') })
  .meta({ id: 'ProjectAlerts' });
export type ProjectAlerts = z.output<typeof ProjectAlerts>;

export const AlertSummaryQuery = z.object(which);
export type AlertSummaryQuery = z.output<typeof AlertSummaryQuery>;

export const AlertSummary = z
  .object({
    total: z.int(),
    states: z.record(z.enum(ALERT_STATES), z.int()),
    severities: z.record(z.enum(ALERT_SEVERITIES), z.int()).describe('Of those that are not closed'),
    kinds: z.array(z.object({ kind: z.enum(ALERT_KINDS), total: z.int(), active: z.int(), red: z.int() })),
    overdue: z.int(),
    suspensionsProposed: z.int().describe('That wait for the decision of finance'),
    onSiteDue: z.int(),
    waitingForMe: z.int().describe('In all rounds, whatever is asked for: an answer, a decision, an on-site check'),
  })
  .meta({ id: 'AlertSummary' });
export type AlertSummary = z.output<typeof AlertSummary>;

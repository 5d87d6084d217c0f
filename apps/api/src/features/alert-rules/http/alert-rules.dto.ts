import { ALERT_SEVERITIES, ROLES, type AlertAudience, type AlertRuleSet } from '@jixiao/domain';
import { z } from 'zod';

const AUDIENCES = ROLES.filter((role): role is AlertAudience => role !== 'admin');

const rule = {
  on: z.boolean(),
  severity: z.enum(ALERT_SEVERITIES),
  audience: z
    .array(z.enum(AUDIENCES))
    .max(AUDIENCES.length)
    .describe('Told besides the clerks of the unit, each at the nearest organisation upwards'),
};
const Rule = z.strictObject(rule);

/** The rules as the domain has them; what their figures may be, `checkAlertRuleSet` says. */
export const AlertRulesField = z
  .strictObject({
    rules: z.strictObject({
      overspent: Rule,
      'spend-lagging': z.strictObject({
        ...rule,
        points: z.number().describe('Raised from so many points behind the plan'),
        redFrom: z.number().nullable().describe('Red from so many points'),
      }),
      'nothing-spent': z.strictObject({ ...rule, plannedFrom: z.number().describe('Percent') }),
      'spend-goal-mismatch': Rule,
      worsening: z.strictObject({ ...rule, rounds: z.number() }),
      'forecast-below': z.strictObject({ ...rule, percent: z.number(), fromMonth: z.number() }),
      impossible: Rule,
      'not-reported': Rule,
      'year-end-rush': z.strictObject({
        ...rule,
        december: z.number().describe('Percent of the year'),
        fourthQuarter: z.number().describe('Percent of the year'),
      }),
    }),
    answerDays: z.number().describe('Working days in which the unit answers'),
    escalateDays: z.number().describe('Working days after which an alert without answer goes up one level'),
    onSiteFrom: z.number().describe('Rounds in a row from which a check on site is due'),
    quietHours: z
      .strictObject({ from: z.string().max(5), until: z.string().max(5) })
      .nullable()
      .describe('`HH:MM` in China, between which nobody is sent anything'),
  })
  .meta({ id: 'AlertRules' });
export type AlertRulesField = z.output<typeof AlertRulesField>;

/** Rules as they are answered, and kept for a job: a copy of its own. */
export const alertRulesView = (content: AlertRuleSet): AlertRulesField => structuredClone(content) as AlertRulesField;

export const AlertRulesRef = z.string().min(1).max(36).describe('`alert-rules@2`');
const Note = z.string().trim().min(1).max(500);

export const PublishAlertRulesInput = z
  .strictObject({
    content: AlertRulesField,
    basedOn: AlertRulesRef.describe('The version that was changed; it has to be the newest'),
    note: Note,
  })
  .meta({ id: 'PublishAlertRulesInput' });
export type PublishAlertRulesInput = z.output<typeof PublishAlertRulesInput>;

const version = { ref: AlertRulesRef, version: z.int() };

export const PublishedAlertRules = z
  .object({ ...version, jobIds: z.array(z.string()).describe('Jobs that apply them') })
  .meta({ id: 'PublishedAlertRules' });
export type PublishedAlertRules = z.output<typeof PublishedAlertRules>;

export const AlertRulesInForce = z.object({ ...version, content: AlertRulesField }).meta({ id: 'AlertRulesInForce' });
export type AlertRulesInForce = z.output<typeof AlertRulesInForce>;

export const AlertRuleVersionList = z
  .object({
    items: z
      .array(
        z.object({
          ...version,
          content: AlertRulesField,
          publishedAt: z.string().nullable().describe('Null for the preset until another version follows it'),
          publishedBy: z.string().nullable().describe('Null for the preset, which nobody wrote'),
          publishedByName: z.string().nullable(),
          note: z.string().nullable(),
        }),
      )
      .describe('Newest first: the first one counts'),
  })
  .meta({ id: 'AlertRuleVersionList' });
export type AlertRuleVersionList = z.output<typeof AlertRuleVersionList>;

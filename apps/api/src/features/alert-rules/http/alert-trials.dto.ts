import { ALERT_KINDS, ALERT_SEVERITIES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';
import { ALERT_TURNS } from '../application/alert-turns.js';
import { AlertRulesField, AlertRulesRef } from './alert-rules.dto.js';

const KindField = z.enum(ALERT_KINDS);
const SeverityField = z.enum(ALERT_SEVERITIES);
const TurnField = z
  .enum(ALERT_TURNS)
  .describe('`new`: not by the rules that count; `gone`: only by these; `severity`: in another colour; `same`');
const round = { year: z.int(), month: z.int() };

export const AlertTrialInput = z
  .strictObject({
    content: AlertRulesField,
    rounds: z
      .array(z.strictObject({ year: Year, month: Month }))
      .min(1)
      .max(36),
  })
  .meta({ id: 'AlertTrialInput' });
export type AlertTrialInput = z.output<typeof AlertTrialInput>;

export const AlertTrialView = z
  .object({
    id: Id.describe('Also that of its job'),
    content: AlertRulesField.describe('The rules that were tried'),
    comparedWith: AlertRulesRef.describe('The rules that counted then'),
    requestedBy: z.string(),
    requestedByName: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
    rounds: z.array(
      z.object({
        ...round,
        projects: z.int().describe('That were looked at'),
        kinds: z
          .array(
            z.object({
              kind: KindField,
              red: z.int(),
              yellow: z.int(),
              turns: z.object({ new: z.int(), gone: z.int(), severity: z.int(), same: z.int() }),
            }),
          )
          .describe('Alerts by the tried rules, and what became of those by the rules that count'),
      }),
    ),
  })
  .meta({ id: 'AlertTrial' });
export type AlertTrialView = z.output<typeof AlertTrialView>;

export const AlertTrialList = z
  .object({
    running: z
      .object({
        jobId: Id,
        status: z.enum(['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled']),
        done: z.int(),
        total: z.int(),
      })
      .nullable()
      .describe("The reader's own that goes on"),
    items: z.array(AlertTrialView).describe("Everybody's of the last 30 days, the newest 20"),
  })
  .meta({ id: 'AlertTrialList' });
export type AlertTrialList = z.output<typeof AlertTrialList>;

export const AlertTrialAlertsQuery = z.object({
  year: Year.optional(),
  month: Month.optional(),
  kind: KindField.optional(),
  turn: TurnField.optional(),
  ...PageQuery,
});
export type AlertTrialAlertsQuery = z.output<typeof AlertTrialAlertsQuery>;

export const AlertTrialAlertPage = z
  .object({
    items: z
      .array(
        z.object({
          ...round,
          projectId: Id,
          code: z.string().nullable(),
          name: z.string(),
          organisationName: z.string(),
          kind: KindField,
          severity: SeverityField,
          turn: TurnField,
          explanation: z.string(),
        }),
      )
      .describe('What changes first; of each round, rule and turn at most 1000'),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'AlertTrialAlertPage' });
export type AlertTrialAlertPage = z.output<typeof AlertTrialAlertPage>;

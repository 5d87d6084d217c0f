import {
  APPROVAL_STATES,
  LIKELIHOODS,
  MAX_RESULT,
  OUTCOMES,
  REASONS,
  REPORT_STATES,
  ROUND_STATUSES,
} from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, Month, RulePackRef, Year } from '../../../platform/http/fields.dto.js';
import { ExpenditureSourceField, TreasuryFiguresView } from '../../treasury/index.js';
import { ReportStepView } from './steps.dto.js';

/** States of a round for everybody, and of one project's report within it. */
export const RoundView = z
  .object({
    id: Id,
    year: z.int(),
    month: z.int(),
    status: z.enum(ROUND_STATUSES),
    opensOn: IsoDay,
    closesOn: IsoDay.describe('Reporting deadline, last day included; units may have been given more time'),
    deadlinePassed: z.boolean(),
    reportingEndedAt: z
      .string()
      .nullable()
      .describe('When reporting was ended for all before its last day; null where it was not, or was resumed'),
    rulePack: z.string(),
    lockedAt: z.string().nullable(),
  })
  .meta({ id: 'Round' });
export type RoundView = z.output<typeof RoundView>;
export const RoundList = z.object({ items: z.array(RoundView) }).meta({ id: 'RoundList' });
export const RoundQuery = z.object({ year: Year.optional() });
export const RoundInput = z
  .strictObject({
    year: Year,
    month: Month,
    opensOn: IsoDay,
    closesOn: IsoDay,
    rulePack: RulePackRef.optional().describe('Another rule pack than that of the year'),
    requireApproved: z
      .boolean()
      .optional()
      .describe('Refuse the round while the targets of any project are not approved'),
  })
  .meta({ id: 'RoundInput' });
export type RoundInput = z.output<typeof RoundInput>;
export const OpenedRound = z
  .object({
    ...RoundView.shape,
    unapproved: z
      .object({
        count: z.int(),
        projects: z
          .array(
            z.object({ projectId: Id, name: z.string(), organisationName: z.string(), state: z.enum(APPROVAL_STATES) }),
          )
          .describe('The first of them'),
      })
      .describe('Projects whose targets are not approved'),
  })
  .meta({ id: 'OpenedRound' });
export type OpenedRound = z.output<typeof OpenedRound>;

/** Projects whose newest targets an open round is to be judged by after all, because it opened on wrong ones (R27). */
export const AdoptTargetsInput = z
  .strictObject({ projectIds: z.array(Id).min(1).max(500), reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'AdoptTargetsInput' });
export type AdoptTargetsInput = z.output<typeof AdoptTargetsInput>;
export const AdoptedTargets = z
  .object({
    items: z
      .array(z.object({ projectId: Id, before: z.int(), version: z.int() }))
      .describe('Projects that the round is judged by other targets of than before'),
  })
  .meta({ id: 'AdoptedTargets' });
export type AdoptedTargets = z.output<typeof AdoptedTargets>;

const reasons = z.array(z.enum(REASONS)).max(5);
const text = z.string().max(2000);
const ResultValue = z.number().min(-MAX_RESULT).max(MAX_RESULT);

/** One indicator's answer as the form sends it; exactly one of value, outcome, doneOn, notDone, noData, or none for blank. */
export const IndicatorResultInput = z
  .strictObject({
    indicatorId: Id,
    value: ResultValue.nullish(),
    outcome: z.enum(OUTCOMES).nullish(),
    text: text.nullish(),
    doneOn: IsoDay.nullish(),
    notDone: z.boolean().nullish(),
    noData: text.nullish(),
    expected: text.nullish(),
    reasons: reasons.nullish(),
    reasonNote: text.nullish(),
    likelihood: z.enum(LIKELIHOODS).nullish(),
    note: text.nullish(),
  })
  .meta({ id: 'IndicatorResultInput' });
export type IndicatorResultInput = z.output<typeof IndicatorResultInput>;

/** A draft of a project's report. `version` is the one that was read: another person's save in between is refused. */
export const ReportInput = z
  .strictObject({
    version: z.int().min(0),
    expenditureFen: Fen.nullish(),
    fiscalFen: Fen.nullish(),
    otherFen: Fen.nullish(),
    expectedFullYearFen: Fen.nullish(),
    reasons: reasons.nullish(),
    reasonNote: text.nullish(),
    differenceNote: text.nullish().describe("Why the expenditure differs from the treasury's"),
    results: z.array(IndicatorResultInput).max(1000),
  })
  .meta({ id: 'ReportInput' });
export type ReportInput = z.output<typeof ReportInput>;

/** What is stored for a project in a round; version 0 and nulls where nothing is yet. */
export const ReportView = z
  .object({
    projectId: Id,
    projectName: z.string(),
    year: z.int(),
    month: z.int(),
    roundStatus: z.enum(ROUND_STATUSES),
    closesOn: IsoDay.describe("The unit's own reporting deadline, last day included"),
    deadlinePassed: z.boolean(),
    extensionReason: z.string().nullable().describe('Why the unit was given more time; null where it was not'),
    status: z.enum(REPORT_STATES),
    selfApproved: z.boolean().describe('Approved by the one who filled it in, as finance allows of this unit'),
    submittedLate: z.boolean().describe("Handed in after the unit's last reporting day"),
    version: z.int(),
    reopening: z
      .object({
        id: Id,
        indicatorId: Id.nullable().describe('The only indicator that may be corrected; null for the whole report'),
        reason: z.string(),
        expiresOn: IsoDay.describe('Last day on which the unit may correct it'),
        openedBy: z.string(),
      })
      .nullable()
      .describe('Why it may be written although its round is locked'),
    expenditureFen: Fen.nullable(),
    fiscalFen: Fen.nullable(),
    otherFen: Fen.nullable(),
    expectedFullYearFen: Fen.nullable(),
    reasons: z.array(z.enum(REASONS)),
    reasonNote: z.string().nullable(),
    treasury: TreasuryFiguresView.extend({ deliveredAt: z.string() })
      .nullable()
      .describe("The treasury's figures of the very month; nobody who reports can change them"),
    inForceFen: Fen.nullable().describe('Expenditure that the lights are judged by'),
    expenditureSource: ExpenditureSourceField,
    difference: z
      .object({ expenditureFen: z.int(), fiscalFen: z.int().nullable() })
      .nullable()
      .describe('Treasury minus unit, in 分; null where they agree or one is missing'),
    differenceNote: z.string().nullable(),
    results: z.array(
      z.object({
        indicatorId: Id,
        value: z.number().nullable(),
        outcome: z.enum(OUTCOMES).nullable(),
        text: z.string().nullable(),
        doneOn: IsoDay.nullable(),
        notDone: z.boolean(),
        noData: z.string().nullable(),
        expected: z.string().nullable(),
        reasons: z.array(z.enum(REASONS)),
        reasonNote: z.string().nullable(),
        likelihood: z.enum(LIKELIHOODS).nullable(),
        note: z.string().nullable(),
      }),
    ),
    previous: z
      .object({
        year: z.int(),
        month: z.int(),
        expenditureFen: Fen.nullable(),
        results: z.array(z.object({ indicatorId: Id, value: z.number().nullable() })),
      })
      .nullable()
      .describe('The last earlier round of the year that has a report'),
    history: z
      .array(
        z.object({
          expenditureFen: Fen,
          fiscalFen: Fen,
          otherFen: Fen,
          recordedAt: z.string(),
          recordedBy: z.string(),
          supersededAt: z.string().nullable(),
        }),
      )
      .describe('Corrections of the expenditure, newest first'),
    warnings: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          indicatorId: z.string().nullable(),
          required: z.boolean().describe('Hinders submitting; the rest is advice'),
        }),
      )
      .describe('None of them hinders saving'),
    lastStep: ReportStepView.nullable(),
    steps: z.array(ReportStepView).describe('Oldest first'),
    updatedBy: z.string().nullable(),
    updatedByName: z.string().nullable(),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof ReportView>;

/** The same figures as a program or a file gives them: projects by code or name, indicators by name. */
export const BulkReportInput = z
  .strictObject({
    projects: z
      .array(
        z.strictObject({
          code: z.string().nullish(),
          name: z.string().nullish(),
          expenditureFen: Fen.nullish(),
          fiscalFen: Fen.nullish(),
          otherFen: Fen.nullish(),
          expectedFullYearFen: Fen.nullish(),
          reasons: reasons.nullish(),
          reasonNote: text.nullish(),
          differenceNote: text.nullish(),
          results: z
            .array(
              z.strictObject({
                indicator: z.string().min(1),
                value: ResultValue.nullish(),
                outcome: z.enum(OUTCOMES).nullish(),
                text: text.nullish(),
                doneOn: IsoDay.nullish(),
                notDone: z.boolean().nullish(),
                noData: text.nullish(),
                expected: text.nullish(),
                reasons: reasons.nullish(),
                reasonNote: text.nullish(),
                likelihood: z.enum(LIKELIHOODS).nullish(),
                note: text.nullish(),
              }),
            )
            .max(1000)
            .nullish(),
        }),
      )
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'BulkReportInput' });
export type BulkReportInput = z.output<typeof BulkReportInput>;

export const BulkReportResult = z
  .object({ projects: z.int(), results: z.int(), jobIds: z.array(Id) })
  .meta({ id: 'BulkReportResult' });
export type BulkReportResult = z.output<typeof BulkReportResult>;

/** Which report: the round and the project, from the address. */
export const ReportPath = z.object({ year: Year, month: Month, projectId: Id });
export type ReportPath = z.output<typeof ReportPath>;

/** Names the version that the caller has seen. */
export const VersionInput = z.strictObject({ version: z.int().min(0) }).meta({ id: 'VersionInput' });
export type VersionInput = z.output<typeof VersionInput>;

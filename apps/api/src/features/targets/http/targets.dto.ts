import { APPROVAL_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, IsoDay, Month } from '../../../platform/http/fields.dto.js';
import { CORRECTABLE_FIELDS } from '../application/target-content.js';

/** One thing that differs between two versions of targets, as a person reads it. */
export const DifferenceView = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** Something worth a word about targets; never blocking (R4, R41, R42). */
export const RemarkView = z.object({
  code: z.string(),
  message: z.string(),
  indicator: z.string().nullable().describe('Name of the indicator that it is about'),
});
export const RemarkList = z.object({ items: z.array(RemarkView) }).meta({ id: 'TargetRemarkList' });

/** What was decided last of a version: who approved it, by which document. */
export const ApprovalView = z.object({
  state: z.enum(APPROVAL_STATES),
  documentNumber: z.string().nullable(),
  documentDate: IsoDay.nullable(),
  message: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type ApprovalView = z.output<typeof ApprovalView>;

export const IndicatorView = z
  .object({
    id: Id.describe('Stable across versions of the target'),
    level1: z.string(),
    level2: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    rawValue: z.string(),
    operator: z.enum(['gte', 'lte', 'gt', 'lt', 'eq', 'qualitative', 'date']),
    number: z.number().nullable(),
    unit: z.string().nullable(),
    dueDate: IsoDay.nullable(),
    direction: z.enum(['atLeast', 'atMost']).nullable(),
    directionInferred: z.boolean(),
    directionConfirmed: z.boolean().describe('Finance has accepted a direction that was doubted (R41)'),
    kind: z.enum(['progressRate', 'executionRate', 'yearEnd', 'level', 'cumulative', 'qualitative', 'date']),
    assessedFrom: z.int(),
    weight: z.number().nullable().describe('Weight in points, where the document prints one (R30)'),
    corrected: z.array(z.enum(CORRECTABLE_FIELDS)).describe('Fields that a person corrected'),
    basis: z.string().nullable(),
    sourceAt: z.string().nullable(),
  })
  .meta({ id: 'Indicator' });

const LevelField = z.enum(['central', 'province', 'city', 'county']);

export const BudgetAdjustmentView = z
  .object({
    id: Id,
    effectiveOn: IsoDay,
    kind: z.enum(['addition', 'reduction']),
    amountFen: Fen,
    fundSource: z.enum(['fiscal', 'carriedOver', 'other']),
    reason: z.string(),
    documentNumber: z.string().nullable(),
    level: LevelField.nullable().describe('Whose money it is: 中央, 省, 市, 县'),
    document: z.object({ id: Id, name: z.string() }).nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: 'BudgetAdjustment' });

export const BudgetAdjustmentInput = z
  .strictObject({
    effectiveOn: IsoDay,
    kind: z.enum(['addition', 'reduction']),
    amountFen: Fen.min(1),
    fundSource: z.enum(['fiscal', 'carriedOver', 'other']).default('fiscal'),
    reason: z.string().min(1).max(500),
    documentNumber: z.string().max(100).nullish(),
    level: LevelField.nullish(),
    documentId: Id.nullish().describe('Of a document uploaded for the project before'),
  })
  .meta({ id: 'BudgetAdjustmentInput' });
export type BudgetAdjustmentInput = z.output<typeof BudgetAdjustmentInput>;

export const ProjectDetail = z
  .object({
    id: Id,
    year: z.int(),
    code: z.string().nullable(),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    key: z.boolean().describe('重点'),
    transferLevel: LevelField.nullable(),
    personnel: z.boolean().describe('人员类: exempt from monitoring'),
    startMonth: z.int(),
    targetVersion: z.int().describe('Version of the targets shown'),
    currentVersion: z.int().describe('Version in force: for rounds opened from now on'),
    approval: ApprovalView.describe('Of the version shown'),
    sourceFile: z.string().nullable(),
    initialBudgetFen: Fen.nullable(),
    fiscalFundsFen: Fen.nullable(),
    otherFundsFen: Fen.nullable(),
    adjustedBudgetFen: Fen.nullable().describe('Budget in force today (R6)'),
    adjustments: z.array(BudgetAdjustmentView),
    purpose: z.string().nullable(),
    goals: z.array(z.string()),
    schedule: z.array(z.object({ month: z.int(), percent: z.number() })).nullable(),
    indicators: z.array(IndicatorView),
  })
  .meta({ id: 'ProjectDetail' });
export type ProjectDetail = z.output<typeof ProjectDetail>;

export const ProjectQuery = z.object({
  month: Month.optional().describe('Of the round whose targets are wanted; left out: the targets in force'),
});

export const ConfirmDirectionInput = z.strictObject({ indicatorId: Id }).meta({ id: 'ConfirmDirectionInput' });

export const ProjectFlagsInput = z
  .strictObject({
    key: z.boolean().optional(),
    transferLevel: LevelField.nullable().optional(),
    personnel: z.boolean().optional(),
  })
  .meta({ id: 'ProjectFlagsInput' });
export type ProjectFlagsInput = z.output<typeof ProjectFlagsInput>;

export const TargetVersionList = z
  .object({
    items: z.array(
      z.object({
        version: z.int(),
        createdAt: z.string(),
        createdBy: z.string(),
        createdByName: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        sourceFile: z.string().nullable(),
        importBatchId: Id.nullable(),
        restoredFrom: z.int().nullable().describe('The version that this one brings back, after an import was undone'),
        changeId: Id.nullable().describe('The approved change that made it'),
        approval: z.enum(APPROVAL_STATES),
        indicatorCount: z.int(),
        initialBudgetFen: Fen.nullable(),
      }),
    ),
  })
  .meta({ id: 'TargetVersionList' });

export const TargetVersionDifferences = z
  .object({
    version: z.int(),
    first: z.boolean().describe('There is no version before it'),
    restoredFrom: z.int().nullable(),
    differences: z.array(DifferenceView).describe('Against the version before, in the order of the official table'),
  })
  .meta({ id: 'TargetVersionDifferences' });
export type TargetVersionDifferences = z.output<typeof TargetVersionDifferences>;

/** A version number in an address. */
export const VersionNumber = z.coerce.number().int().min(1).max(1_000_000);

export const FiscalYearList = z
  .object({
    items: z.array(
      z.object({
        year: z.int(),
        status: z.enum(['open', 'closed']),
        rulePack: z.string().describe('Rule pack of the rounds that are opened from now on'),
      }),
    ),
  })
  .meta({ id: 'FiscalYearList' });

import { draftEvaluation, reportedExplanation, type EvaluationRules, type FrameName } from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import type { LightRows } from '../../monitoring/index.js';
import { NOTHING_REPORTED, type StoredReport } from '../../reporting/index.js';
import type { BudgetAdjustment, StoredTarget } from '../../targets/index.js';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { accountedRow } from './accounted-row.js';
import {
  FUND_PARTS,
  type CorrectedDecember,
  type DraftedFigures,
  type FundPart,
  type FundParts,
} from './evaluation-content.js';
import { UNSIGNED } from './evaluation-signatures.js';
import { ownScores } from './scored-evaluation.js';

/** What the locked round of December keeps of one project. */
export interface DecemberOf {
  readonly lights: LightRows;
  /** By the version that the round was judged by. */
  readonly target: StoredTarget;
  readonly adjustments: readonly BudgetAdjustment[];
  readonly report: StoredReport | undefined;
  /** That came before the draft was made. */
  readonly account: FinalAccount | undefined;
}

export interface DraftSettings {
  readonly year: number;
  readonly frame: FrameName;
  readonly rulesRef: string;
  readonly rules: EvaluationRules;
  readonly now: string;
}

/** The draft of a project's self-evaluation: everything that the year's last round already says. */
export function draftedEvaluation(
  december: DecemberOf,
  { year, frame, rulesRef, rules, now }: DraftSettings,
): SelfEvaluation {
  const { lights, target, account } = december;
  const { adjustedBudgetFen, expenditureFen } = lights.project;
  const indicators = reportedIndicators(december);
  const drafted = draftEvaluation({ adjustedBudgetFen, expenditureFen, indicators }, frame, rules);
  const { goals, initialBudgetFen } = target.content;
  const spent = spentParts(december);
  const row = {
    id: newId(),
    year,
    projectId: lights.project.projectId,
    organisationId: lights.project.organisationId,
    state: 'draft' as const,
    version: 1,
    frame: drafted.input.frame ?? null,
    rulesRef,
    content: {
      expectedGoal: goals.length === 0 ? null : goals.join('\n'),
      achievedGoal: null,
      initialBudgetFen,
      funds: fundParts(december, spent),
      leaves: drafted.input.leaves,
    },
    drafted: draftedFigures(december, spent),
    adjustedBudgetFen,
    expenditureFen,
    expenditureSource: expenditureFen === null ? null : ('round' as const),
    roundExpenditureFen: expenditureFen,
    finalAccountFen: null,
    december: null,
    departmentScores: null,
    financeScores: null,
    departmentPoints: null,
    financePoints: null,
    message: null,
    writtenBy: [],
    updatedBy: null,
    updatedFor: null,
    updatedAt: now,
    ...UNSIGNED,
    sealVersion: null,
  };
  const scored = { ...row, ...ownScores(row, rules) };
  return account === undefined ? scored : { ...scored, ...accountedRow(scored, { rules, account }) };
}

function reportedIndicators({ lights, target, report }: DecemberOf) {
  const weights = new Map(target.content.indicators.map(({ lineageId, weight }) => [lineageId, weight]));
  const { results } = report?.content ?? NOTHING_REPORTED;
  return lights.indicators.map(({ lineageId, inputs }) => ({
    id: lineageId,
    target: inputs.target,
    directionConfirmed: inputs.directionConfirmed ?? false,
    answer: inputs.answer,
    printedWeight: weights.get(lineageId) ?? null,
    reasons: results.get(lineageId)?.reasons ?? [],
    reasonNote: results.get(lineageId)?.reasonNote ?? null,
  }));
}

/** The same figures, as the round has them since it was corrected. */
export const correctedDecember = (december: DecemberOf): CorrectedDecember => ({
  adjustedBudgetFen: december.lights.project.adjustedBudgetFen,
  expenditureFen: december.lights.project.expenditureFen,
  drafted: draftedFigures(december, spentParts(december)),
});

function draftedFigures(december: DecemberOf, spent: DraftedFigures['spent']): DraftedFigures {
  const { roundId, targetVersion } = december.lights.project;
  const indicators = reportedIndicators(december);
  return {
    roundId,
    targetVersion,
    spent,
    answers: Object.fromEntries(indicators.map(({ id, answer }) => [id, answer])),
    explanations: Object.fromEntries(indicators.map((each) => [each.id, reportedExplanation(each)])),
    printedWeights: Object.fromEntries(indicators.map(({ id, printedWeight }) => [id, printedWeight])),
  };
}

/** The unit's own parts, where they add up to the expenditure that counts; what was spent of the year before is not reported. */
function spentParts({ lights, report }: DecemberOf): DraftedFigures['spent'] {
  const own = report?.content.expenditure ?? null;
  if (own === null || own.expenditureFen !== lights.project.expenditureFen) {
    return { fiscal: null, carriedOver: null, other: null };
  }
  return { fiscal: own.fiscalFen, carriedOver: null, other: own.otherFen };
}

/** 年初预算数 as the targets have it, with the year's adjustments of each kind of funds (R6). */
function fundParts({ target, adjustments }: DecemberOf, spent: DraftedFigures['spent']): FundParts {
  const initial: Readonly<Record<FundPart, number | null>> = {
    fiscal: target.content.fiscalFundsFen,
    carriedOver: null,
    other: target.content.otherFundsFen,
  };
  const line = (part: FundPart) => {
    const changes = adjustments.filter(({ fundSource }) => fundSource === part);
    const sum = changes.reduce((all, { kind, amountFen }) => all + (kind === 'addition' ? amountFen : -amountFen), 0);
    const adjusted = (initial[part] ?? 0) + sum;
    const isStated = initial[part] !== null || changes.length > 0;
    // Reductions of funds whose share nobody has stated leave nothing that could be printed.
    const adjustedFen = isStated && adjusted >= 0 ? adjusted : null;
    return { initialFen: initial[part], adjustedFen, spentFen: spent[part] };
  };
  return Object.fromEntries(FUND_PARTS.map((part) => [part, line(part)])) as Record<FundPart, FundParts[FundPart]>;
}

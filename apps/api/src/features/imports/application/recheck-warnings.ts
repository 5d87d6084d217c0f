import {
  checkProjectCode,
  lintCosts,
  lintIndicator,
  parseSchedule,
  warningMessage,
  type DocumentWarning,
  type Problem,
} from '@jixiao/domain';
import type { StagedContent, StagedIndicatorContent } from './staged-content.js';

type Found = Problem & { readonly at: string };

const MONEY = ['budgetFen', 'fiscalFundsFen', 'otherFundsFen'] as const;
const MONEY_CODES = /^(?:budget-missing|budget-parts-differ|money-unit-assumed|amount-.*)$/;
const COST_CODES = /^(?:cost-not-budget|price-times-quantity-not-budget)$/;
const NAME_CODES = /^(?:name-missing|name-from-heading|heading-differs)$/;

/** The remarks about a project after a correction: what it concerns is checked anew (R2, R4, R41, R42), the rest stays. */
export function recheckWarnings(
  content: StagedContent,
  before: readonly DocumentWarning[],
): readonly DocumentWarning[] {
  const isCorrected = (field: StagedContent['correctedFields'][number]): boolean =>
    content.correctedFields.includes(field);
  const corrected = content.targets.indicators.filter((indicator) => indicator.corrected.length > 0);
  const places = new Set(corrected.flatMap(({ sourceAt, valueAt }) => [sourceAt, valueAt]));
  const isMoney = MONEY.some(isCorrected);
  const isOver = ({ code, at }: DocumentWarning): boolean =>
    (isCorrected('name') && NAME_CODES.test(code)) ||
    (isCorrected('code') && code.startsWith('project-code-')) ||
    (isCorrected('schedule') && code.startsWith('schedule-')) ||
    (isMoney && MONEY_CODES.test(code)) ||
    ((isMoney || corrected.length > 0) && COST_CODES.test(code)) ||
    (places.has(at) && at !== content.targets.sourceAt);
  const found = [
    ...(isCorrected('code') ? codeRemarks(content) : []),
    ...(isMoney ? moneyRemarks(content) : []),
    ...(isCorrected('schedule') ? scheduleRemarks(content) : []),
    ...corrected.flatMap(indicatorRemarks),
    ...(isMoney || corrected.length > 0 ? costRemarks(content) : []),
  ];
  return [
    ...before.filter((warning) => !isOver(warning)).map((warning) => ({ ...warning, project: content.name })),
    ...found.map(({ at, ...problem }) => ({
      ...problem,
      message: warningMessage(problem.code, problem.params ?? {}, 'zh'),
      at,
      project: content.name,
    })),
  ];
}

const placeOf = ({ sources, targets }: StagedContent, field: keyof StagedContent['sources']): string =>
  sources[field]?.at ?? targets.sourceAt ?? '';

function codeRemarks(content: StagedContent): Found[] {
  const { warning } = checkProjectCode(content.code ?? '');
  return warning === undefined ? [] : [{ ...warning, at: placeOf(content, 'code') }];
}

function moneyRemarks(content: StagedContent): Found[] {
  const { initialBudgetFen, fiscalFundsFen, otherFundsFen } = content.targets;
  const at = placeOf(content, 'budget');
  if (initialBudgetFen === null) return [{ code: 'budget-missing', at }];
  const partsFen = (fiscalFundsFen ?? 0) + (otherFundsFen ?? 0);
  const isSplit = fiscalFundsFen !== null || otherFundsFen !== null;
  if (!isSplit || partsFen === initialBudgetFen) return [];
  return [{ code: 'budget-parts-differ', params: { budgetFen: initialBudgetFen, partsFen }, at }];
}

function scheduleRemarks(content: StagedContent): Found[] {
  const at = placeOf(content, 'schedule');
  const { schedule } = content.targets;
  if (schedule === null) return [{ code: 'schedule-missing', at }];
  const percents = schedule.map(({ percent }) => String(percent));
  const { warnings } = parseSchedule(
    percents,
    schedule.map(({ month }) => month),
  );
  return warnings.map((warning) => ({ ...warning, at }));
}

const indicatorRemarks = (indicator: StagedIndicatorContent): Found[] =>
  lintIndicator({ level2: indicator.level2, name: indicator.name, value: indicator }).map((problem) => ({
    ...problem,
    at: indicator.valueAt,
  }));

function costRemarks({ targets }: StagedContent): Found[] {
  const linted = targets.indicators.map((value) => ({ level2: value.level2, name: value.name, value }));
  return lintCosts(linted, targets.initialBudgetFen).map((problem) => ({ ...problem, at: targets.sourceAt ?? '' }));
}

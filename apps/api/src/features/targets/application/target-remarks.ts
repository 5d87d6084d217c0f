import { lintCosts, lintIndicator, warningMessage, type Problem } from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { TargetContent } from './target-content.js';

/** Something worth a word about targets, never blocking; `indicator` is the name of the one that it is about. */
export interface TargetRemark {
  readonly code: string;
  readonly message: string;
  readonly indicator: string | null;
}

/** What a reviewer should look at before he approves targets: no spend plan (R4), doubtful indicators (R41), costs (R42). */
export function targetRemarks(content: TargetContent, locale: Locale): readonly TargetRemark[] {
  const linted = content.indicators.map((value) => ({ level2: value.level2, name: value.name, value }));
  const general = [
    ...(content.schedule === null ? [{ code: 'schedule-missing' }] : []),
    ...lintCosts(linted, content.initialBudgetFen),
  ];
  return [
    ...general.map((problem) => remark(problem, null, locale)),
    ...linted.flatMap((each) => lintIndicator(each).map((problem) => remark(problem, each.name, locale))),
  ];
}

const remark = ({ code, params = {} }: Problem, indicator: string | null, locale: Locale): TargetRemark => ({
  code,
  message: warningMessage(code, params, locale),
  indicator,
});

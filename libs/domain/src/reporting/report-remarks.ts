import { exact } from '../kernel/exact.js';
import type { Problem } from '../kernel/result.js';
import type { IndicatorAssessment, Light, ProjectAssessment } from '../monitoring/assessment-types.js';
import { REMARK_RULES, type RemarkRules } from './remark-rules.js';
import type { Likelihood, Reason } from './report-types.js';

interface Explanation {
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
}

/** The parts of a report that R24–R26 look at: the reasons for spending, and per indicator the reasons and the likelihood. */
export interface ExplainedReport extends Explanation {
  readonly results: ReadonlyMap<
    string,
    Explanation & { readonly likelihood: Likelihood | null; readonly note: string | null }
  >;
}

/** A remark on a report; `indicatorId` is null for the spending. What is `required` hinders submitting, the rest is advice. */
export type ReportRemark = Problem & { readonly indicatorId: string | null; readonly required: boolean };

/** Worth a second look and nothing more. */
const ADVICE: ReadonlySet<string> = new Set(['result-negative']);

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const UNEXPLAINED = { reasons: [], reasonNote: null, likelihood: null, note: null } as const;

/**
 * Whether a result is so far over its annual target that it needs a reason (R25): more than 15 % over a `≥` or `>` target or
 * one without operator, or any excess over an explicit `=`. Targets in % are exempt, and so are ceilings.
 */
export function isOverTarget({ basis, result }: IndicatorAssessment, rules: RemarkRules = REMARK_RULES): boolean {
  const { operator, number, unit, direction, directionInferred } = basis;
  if (result === null || number === null || number <= 0 || direction !== 'atLeast') return false;
  if (unit !== null && rules.overTargetExemptUnits.includes(unit)) return false;
  if (operator === 'eq' && !directionInferred) return exact(result).gt(exact(number));
  const limit = exact(number).mul(exact(100 + rules.overTargetPercent));
  return exact(result).mul(exact(100)).gt(limit);
}

/** R24: the light needs a reason, and a chosen reason needs 原因说明. */
function lightRemark(light: Light, given: Explanation, rules: RemarkRules): string | null {
  if (given.reasons.length > 0) return isBlank(given.reasonNote) ? 'reason-note-missing' : null;
  return rules.reasonsFor.some((each) => each === light) ? 'reason-missing' : null;
}

/** 预算执行率 is the spending in other words (R7): the reason for that one is given once. */
function isExplainedBySpending({ id, basis }: IndicatorAssessment, { reasons, results }: ExplainedReport): boolean {
  if (basis.kind !== 'executionRate' || (results.get(id)?.reasons.length ?? 0) > 0) return false;
  return reasons.length > 0;
}

function indicatorRemarks(indicator: IndicatorAssessment, report: ExplainedReport, rules: RemarkRules): ReportRemark[] {
  const given = report.results.get(indicator.id) ?? UNEXPLAINED;
  const about = { indicator: indicator.name, light: indicator.light, value: indicator.result };
  const codes: string[] = [];
  const light = isExplainedBySpending(indicator, report) ? null : lightRemark(indicator.light, given, rules);
  if (light) codes.push(light);
  if (isOverTarget(indicator, rules) && given.reasons.length === 0) codes.push('over-target-reason-missing');
  if ((indicator.result ?? 0) < 0) codes.push('result-negative');
  if (given.likelihood === 'impossible' && isBlank(given.note)) codes.push('likelihood-note-missing');
  return codes.map((code) => ({ indicatorId: indicator.id, code, params: about, required: !ADVICE.has(code) }));
}

/**
 * Remarks on a report, none of which hinders saving. Required before submitting are: `spend-reason-missing` and `reason-missing` for a yellow
 * or red light without a reason, `spend-reason-note-missing` and `reason-note-missing` for a reason without its explanation
 * (R24); `over-target-reason-missing` (R25); `likelihood-note-missing` where 完全不可能 has no 备注 (R26). Advice is
 * `result-negative` for a result below zero, which self-evaluation counts as 0 (R32).
 */
export function reportRemarks(
  assessment: ProjectAssessment,
  report: ExplainedReport,
  rules: RemarkRules = REMARK_RULES,
): ReportRemark[] {
  const spend = lightRemark(assessment.spend.light, report, rules);
  const params = { indicator: null, light: assessment.spend.light };
  return [
    ...(spend ? [{ indicatorId: null, code: `spend-${spend}`, params, required: true }] : []),
    ...assessment.goals.indicators.flatMap((indicator) => indicatorRemarks(indicator, report, rules)),
  ];
}

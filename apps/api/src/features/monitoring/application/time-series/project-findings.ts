import {
  explainFinding,
  mismatchFinding,
  resultAnomalies,
  rushFinding,
  spendGoalMismatch,
  stalledSpending,
  yearEndRush,
  yearEndShare,
  type Finding,
  type Fraction,
  type RulePack,
  type YearEnd,
} from '@jixiao/domain';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import type { ProjectTrends } from '../../http/time-series.dto.js';
import type { YearEndMonth } from '../../persistence/spending-history.repository.js';
import type { LightRows } from '../light-rows.js';
import type { IndicatorHistory } from './indicator-histories.js';
import { knownMonths, type ProjectYear } from './project-years.js';

type FindingView = ProjectTrends['findings'][number];

/** The ends of a year, the narrower one first: December alone tells more than the quarter that it is a part of. */
const YEAR_ENDS: readonly YearEnd[] = ['december', 'fourthQuarter'];

/** What is looked at of a project's year. */
export interface YearOfMoney extends Pick<ProjectYear, 'planOf' | 'budgetOf' | 'actualOf'> {
  readonly project: Pick<ProjectYear['project'], 'id' | 'year'>;
}

/** Money: spending that stands still by the end of a round, and money that runs apart from the goals (R15). */
export function spendingFindings(year: YearOfMoney, month: number, rows: LightRows, rulePack: RulePack): Finding[] {
  const { project, indicators } = rows;
  const goals = { ...project.assessment.goals, indicators: indicators.map((row) => row.assessment) };
  const mismatch = spendGoalMismatch({ ...project.assessment, goals }, rulePack);
  return [
    stalledSpending(knownMonths(year, month), year.planOf(month), year.budgetOf(month)),
    mismatchFinding(month, mismatch),
  ].filter((finding) => finding !== null);
}

/** What is implausible about the results of this year. */
export function resultFindings(histories: readonly IndicatorHistory[], year: number): Finding[] {
  return histories.flatMap(({ present, lights }) => {
    const results = lights.flatMap((one) => {
      const value = one.row.assessment.result;
      return one.year !== year || value === null ? [] : [{ month: one.month, value }];
    });
    return resultAnomalies({ id: present.lineageId, target: present.inputs.target, results });
  });
}

/** R48: a rush at the end of a year that is over, against its plan and the other projects of the unit. */
export function rushFindings(year: YearOfMoney, ends: readonly YearEndMonth[]): Finding[] {
  const curve = knownMonths(year);
  const found = YEAR_ENDS.map((of) => {
    const peers = peerShares(of, ends, year);
    return rushFinding(yearEndRush(of, curve, year.planOf(12), peers));
  });
  return found.filter((finding) => finding !== null).slice(0, 1);
}

function peerShares(of: YearEnd, ends: readonly YearEndMonth[], { project }: YearOfMoney): readonly Fraction[] {
  const ofYear = ends.filter(({ year, projectId }) => year === project.year && projectId !== project.id);
  const ids = [...new Set(ofYear.map(({ projectId }) => projectId))];
  return ids.flatMap((id) => {
    const share = yearEndShare(
      of,
      ofYear.filter(({ projectId }) => projectId === id),
    );
    return share ?? [];
  });
}

export const findingView = (finding: Finding, year: number, locale: Locale): FindingView => ({
  code: finding.code,
  year,
  indicatorId: 'indicatorId' in finding ? finding.indicatorId : null,
  explanation: explainFinding(finding, locale),
});

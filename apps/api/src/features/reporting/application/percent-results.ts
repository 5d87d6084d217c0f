import type { IndicatorTarget } from '@jixiao/domain';
import { placeOfColumns, type FileIssue, type ReadProject } from './report-file/read-report.js';
import type { ResolvedProject } from './resolve-bulk-report.js';

type Indicator = Pick<IndicatorTarget, 'name' | 'number' | 'unit'> & { readonly lineageId: string };

/** Units of a share of a hundred, as they are printed: %, 百分比, 个百分点. */
const PERCENT_UNIT = /%|％|百分/;
/** Names whose number without a unit may be a percentage: 合格率 ≥95, 满意度 ≥90. */
const RATE_NAMES = /率|满意度|比例|占比|比重/;

/**
 * Results printed in percent for an indicator that is measured in something else: 50 % of the target of 台 is not 50 台,
 * and an Excel cell with 1 台 formatted as a percentage shows 100 %. Nobody can tell which is meant, so they are refused.
 */
export function percentResults(
  read: Pick<ReadProject, 'results'>,
  { path, results, resultsAt }: Pick<ResolvedProject, 'path' | 'results' | 'resultsAt'>,
  indicators: readonly Indicator[],
): readonly FileIssue[] {
  const known = new Map(indicators.map((indicator) => [indicator.lineageId, indicator]));
  return results.flatMap(({ indicatorId }, index): FileIssue[] => {
    const at = resultsAt[index] ?? -1;
    const [result, indicator] = [read.results[at], known.get(indicatorId)];
    const text = result?.percentText ?? null;
    if (result === undefined || text === null || indicator === undefined || takesPercent(indicator)) return [];
    const { name, unit } = indicator;
    const place = placeOfColumns(result.cells, ['result']);
    const code = unit === null ? 'result-percent-without-unit' : 'result-percent';
    return [{ place, path: `${path}.results.${at}.value`, code, params: { text, indicator: name, unit } }];
  });
}

/** Indicators that take no number at all refuse it by themselves. */
const takesPercent = ({ name, number, unit }: Indicator): boolean =>
  number === null || (unit === null ? RATE_NAMES.test(name) : PERCENT_UNIT.test(unit));

import type { Translate } from '../../shared/export/table-of.js';
import { formatGap, formatRate } from '../../shared/format/figures.js';
import type { UnitPoint } from './unit-curve-options.js';

/** What a curve shows: how much is spent by when, and how far that is from what it is compared with. */
export function unitCurveFinding(
  points: readonly UnitPoint[],
  t: Translate,
  nameOf: (month: number) => string,
): string {
  const last = points.findLast(({ actualPercent }) => actualPercent !== null);
  if (!last) return t('unitPage.curve.none');
  const { month, actualPercent, planPercent, lastYearPercent } = last;
  const gap = (to: number): string => formatGap((actualPercent ?? 0) - to);
  return [
    t('unitPage.curve.spent', { month: nameOf(month), rate: formatRate(actualPercent) }),
    ...(planPercent === null ? [] : [t('unitPage.curve.toPlan', { gap: gap(planPercent) })]),
    ...(lastYearPercent === null ? [] : [t('unitPage.curve.toLastYear', { gap: gap(lastYearPercent) })]),
  ].join(t('unitPage.curve.and'));
}

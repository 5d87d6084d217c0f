import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import { formatRate, formatWan } from '../../shared/format/figures.js';

type Point = ProjectCurve['points'][number];

/** How spending stands to the plan: key of the message and its figures. */
export interface PlanFinding {
  readonly key: 'none' | 'behind' | 'onPlan' | 'ahead';
  readonly month: number;
  readonly rate: string;
  readonly gap: string;
  /** Straight-line stands in where the unit has given no plan (R4). */
  readonly reference: 'plan' | 'straightLine';
}

/** The newest reported month up to `month`, against the plan or, where that is missing, straight-line (R43). */
export function planFinding(curve: ProjectCurve, month: number): PlanFinding {
  const reference = curve.planMissing ? 'straightLine' : 'plan';
  const last = lastWith(curve.points, month, (point) =>
    curve.planMissing ? point.gapToStraightLine : point.gapToPlan,
  );
  if (last === null) return { key: 'none', month, rate: '', gap: '', reference };
  const [point, gap] = last;
  const key = gap === 0 ? 'onPlan' : gap < 0 ? 'behind' : 'ahead';
  const figures = { rate: formatRate(point.actualPercent), gap: formatRate(Math.abs(gap)) };
  return { key, month: point.month, ...figures, reference };
}

/** Where the year will end, or has ended (R45); null where nothing can be forecast. */
export interface YearEndFinding {
  readonly key: 'forecast' | 'forecastNoBudget' | 'over' | 'overNoBudget';
  readonly month: number;
  readonly money: string;
  readonly rate: string;
}

const DECEMBER = 12;

export function yearEndFinding({ forecast }: Pick<ProjectCurve, 'forecast'>): YearEndFinding | null {
  if (forecast === null) return null;
  const { month, forecastFen, forecastPercent } = forecast;
  const figures = { month, money: formatWan(forecastFen), rate: formatRate(forecastPercent) };
  const when = month === DECEMBER ? 'over' : 'forecast';
  return { key: forecastPercent === null ? `${when}NoBudget` : when, ...figures };
}

/** How early or late spending is, in months (R44), by the newest known month up to `month`; null where none is known. */
export interface EarnedFinding {
  readonly key: 'late' | 'level' | 'ahead' | 'lateStraight' | 'levelStraight' | 'aheadStraight';
  readonly month: number;
  readonly months: string;
}

export function earnedFinding({ points, planMissing }: ProjectCurve, month: number): EarnedFinding | null {
  const last = lastWith(points, month, ({ earnedMonths }) => earnedMonths);
  if (last === null) return null;
  const [point, months] = last;
  const side = months === 0 ? 'level' : months < 0 ? 'late' : 'ahead';
  return { key: planMissing ? `${side}Straight` : side, month: point.month, months: formatRate(Math.abs(months)) };
}

function lastWith(
  points: readonly Point[],
  month: number,
  figureOf: (point: Point) => number | null,
): readonly [Point, number] | null {
  const known = points.flatMap((point) => {
    const figure = figureOf(point);
    return point.month > month || figure === null ? [] : [[point, figure] as const];
  });
  return known.at(-1) ?? null;
}

import {
  checkFigures,
  cumulativeFigures,
  figureWarnings,
  mergedFigures,
  NO_TREASURY_FIGURES,
  sameFigures,
  type Coverage,
  type MonthFigures,
  type Problem,
  type TreasuryFigures,
} from '@jixiao/domain';
import type { NamedProject, StoredFigures } from '../persistence/treasury.repository.js';
import type { Delivery, DeliveryRow, TakenRow } from './delivery-types.js';

/** New cumulative figures of a month, and the row that they take the place of. */
export interface FiguresToStore {
  readonly projectId: string;
  readonly month: number;
  readonly figures: TreasuryFigures;
  readonly stored: StoredFigures | null;
}

export interface ProjectPlan {
  readonly rows: readonly TakenRow[];
  readonly writes: readonly FiguresToStore[];
}

type DeliveryKind = Pick<Delivery, 'basis' | 'coverage'>;
type MonthPlan = ReadonlyMap<number, TreasuryFigures>;

/** What a delivery does to one project: its rows one by one where they are cumulative, together where they are summed. */
export function planProject(
  project: NamedProject,
  rows: readonly DeliveryRow[],
  stored: readonly StoredFigures[],
  kind: DeliveryKind,
): ProjectPlan {
  const storedOf = new Map(stored.map((each) => [each.month, each]));
  const problems = rowProblems(rows);
  const planned =
    kind.basis === 'monthly' && kind.coverage !== null
      ? planMonthly(rows, storedOf, kind.coverage, problems)
      : planCumulative(rows, storedOf, problems);
  const writes = [...planned].flatMap(([month, figures]): FiguresToStore[] => {
    const before = storedOf.get(month) ?? null;
    const same = sameFigures(before?.figures ?? NO_TREASURY_FIGURES, figures);
    return same ? [] : [{ projectId: project.id, month, figures, stored: before }];
  });
  const series = seriesOf(storedOf, planned);
  return { rows: rows.map((row) => takenRow(row, project, storedOf, planned, series, problems)), writes };
}

/** What is wrong with rows that say nothing, or say a month twice: which of the two is true nobody knows. */
function rowProblems(rows: readonly DeliveryRow[]): Map<DeliveryRow, Problem> {
  const times = new Map<number, number>();
  for (const { month } of rows) times.set(month, (times.get(month) ?? 0) + 1);
  const problems = new Map<DeliveryRow, Problem>();
  for (const row of rows) {
    const { code, month, given } = row;
    if (Object.values(given).every((value) => value === undefined)) problems.set(row, { code: 'figure-missing' });
    else if ((times.get(month) ?? 0) > 1) {
      problems.set(row, { code: 'figure-twice', params: { code, month } });
    }
  }
  return problems;
}

function planCumulative(
  rows: readonly DeliveryRow[],
  storedOf: ReadonlyMap<number, StoredFigures>,
  problems: Map<DeliveryRow, Problem>,
): MonthPlan {
  const planned = new Map<number, TreasuryFigures>();
  for (const row of rows) {
    if (problems.has(row)) continue;
    const figures = mergedFigures(storedOf.get(row.month)?.figures ?? NO_TREASURY_FIGURES, row.given);
    const problem = checkFigures(figures);
    if (problem === null) planned.set(row.month, figures);
    else problems.set(row, problem);
  }
  return planned;
}

/** A sum without one of its parts would be wrong, so what is wrong with one row keeps out all rows of the project. */
function planMonthly(
  rows: readonly DeliveryRow[],
  storedOf: ReadonlyMap<number, StoredFigures>,
  coverage: Coverage,
  problems: Map<DeliveryRow, Problem>,
): MonthPlan {
  const refuseAll = (problem: Problem): MonthPlan => {
    for (const row of rows) if (!problems.has(row)) problems.set(row, problem);
    return new Map();
  };
  if (problems.size > 0) return refuseAll({ code: 'project-rows-refused' });
  const amounts = rows.map(({ month, given }) => ({ month, amounts: given }));
  const summed = cumulativeFigures(amounts, coverage, storedOf.get(coverage.from - 1)?.figures ?? null);
  if (!summed.ok) return refuseAll(summed.error);
  const planned = new Map<number, TreasuryFigures>();
  for (const { month, figures: given } of summed.value) {
    const figures = mergedFigures(storedOf.get(month)?.figures ?? NO_TREASURY_FIGURES, given);
    const problem = checkFigures(figures);
    if (problem !== null) return refuseAll(problem);
    planned.set(month, figures);
  }
  return planned;
}

/** The months of the year as they will stand, in order. */
function seriesOf(storedOf: ReadonlyMap<number, StoredFigures>, planned: MonthPlan): readonly MonthFigures[] {
  const all = new Map<number, TreasuryFigures>([...storedOf].map(([month, { figures }]) => [month, figures]));
  for (const [month, figures] of planned) all.set(month, figures);
  return [...all].map(([month, figures]) => ({ month, figures })).sort((a, b) => a.month - b.month);
}

function takenRow(
  row: DeliveryRow,
  project: NamedProject,
  storedOf: ReadonlyMap<number, StoredFigures>,
  planned: MonthPlan,
  series: readonly MonthFigures[],
  problems: ReadonlyMap<DeliveryRow, Problem>,
): TakenRow {
  const before = storedOf.get(row.month)?.figures ?? null;
  const named = { row, projectId: project.id, projectName: project.name, before };
  const after = planned.get(row.month);
  if (after === undefined) {
    return { ...named, outcome: 'refused', problem: problems.get(row) ?? null, warnings: [], after: null };
  }
  const place = series.findIndex(({ month }) => month === row.month);
  const warnings = figureWarnings(
    { month: row.month, figures: after },
    series[place - 1] ?? null,
    series[place + 1] ?? null,
  );
  const same = sameFigures(before ?? NO_TREASURY_FIGURES, after);
  const outcome = same ? 'unchanged' : before === null ? 'new' : 'changed';
  return { ...named, outcome, problem: null, warnings, after };
}

import { adjustedBudget, lastDayOf, type PastMonth, type PastProject, type SpendSchedule } from '@jixiao/domain';
import type { CheckpointRow, FigureRow, PastProjectRow, PastRows } from '../../persistence/past-spending.repository.js';
import { spentAt, type KnownSpending } from '../time-series/spending-in-force.js';
import { MONTHS } from '../time-series/project-years.js';

const DECEMBER = 12;

/** When the rounds of each year were locked, by month. */
export type LocksByYear = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * Projects of years that are over as they were known month by month (R43): of a month with a locked round what counted when
 * it was locked first, of another the figure that was recorded first, with the budget of the month's last day and the plan
 * that its round was judged by. What was corrected later counts only for what was spent in the end. A project of which the
 * end is not known is left out.
 * @param now the instant as of which the end is known
 */
export function pastProjects(rows: PastRows, locks: LocksByYear, now: string): readonly PastProject[] {
  const of = {
    own: byProject(rows.own),
    treasury: byProject(rows.treasury),
    adjustments: byProject(rows.adjustments),
    checkpoints: byProject(rows.checkpoints),
    pins: byProject(rows.pins),
    locked: byProject(rows.locked),
  };
  return rows.projects.flatMap((project) => {
    const ofProject = <T>(map: ReadonlyMap<string, readonly T[]>): readonly T[] => map.get(project.projectId) ?? [];
    const locked = new Map(ofProject(of.locked).map((row) => [row.month, row]));
    const adjustments = ofProject(of.adjustments);
    const budgetOf = (month: number): number | null => {
      const light = locked.get(month);
      if (light !== undefined) return light.adjustedBudgetFen;
      return adjustedBudget(project.initialBudgetFen, adjustments, lastDayOf({ year: project.year, month }));
    };
    const spending: KnownSpending = {
      own: ofProject(of.own).map(ownFigure),
      treasury: ofProject(of.treasury),
      lockedAt: locks.get(project.year) ?? new Map(),
    };
    const december = locked.get(DECEMBER);
    const finalFen = december ? december.expenditureFen : spentAt(spending, DECEMBER, now).expenditureFen;
    const budgetFen = budgetOf(DECEMBER);
    if (finalFen === null || budgetFen === null) return [];
    const scheduleOf = schedules(project, ofProject(of.checkpoints), ofProject(of.pins));
    const months = MONTHS.flatMap((month): PastMonth[] => {
      const expenditureFen = firstKnown(spending, month);
      if (expenditureFen === null) return [];
      return [{ month, expenditureFen, budgetFen: budgetOf(month), schedule: scheduleOf(month) }];
    });
    const { year, startMonth } = project;
    return [
      { year, startMonth, schedule: scheduleOf(DECEMBER), pools: poolsOf(project.path), budgetFen, months, finalFen },
    ];
  });
}

/** The organisation and what is above it, nearest first; the whole county is nobody's pool but its own. */
export function poolsOf(path: string): readonly string[] {
  const [root = '', ...below] = path.split('/').filter((id) => id !== '');
  return below.length === 0 ? [root] : below.reverse();
}

function firstKnown(spending: KnownSpending, month: number): number | null {
  const recorded = [...spending.own, ...spending.treasury].filter((one) => one.month === month);
  const [first] = recorded.map(({ recordedAt }) => recordedAt).sort();
  const at = spending.lockedAt.get(month) ?? first;
  return at === undefined ? null : spentAt(spending, month, at).expenditureFen;
}

/** The plan that a month was judged by: of the first round that ends with or after it, after the last round the newest. */
function schedules(
  { version: newest }: PastProjectRow,
  checkpoints: readonly CheckpointRow[],
  pins: readonly { readonly month: number; readonly version: number }[],
): (month: number) => SpendSchedule | null {
  const sorted = [...pins].sort((a, b) => a.month - b.month);
  return (month) => {
    const version = sorted.find((pin) => pin.month >= month)?.version ?? newest;
    const points = checkpoints.filter((point) => point.version === version);
    if (points.length === 0) return null;
    return points.map((point) => ({ month: point.month, percent: point.percent })).sort((a, b) => a.month - b.month);
  };
}

const ownFigure = ({ expenditureFen, fiscalFen, otherFen, ...rest }: FigureRow): KnownSpending['own'][number] => ({
  ...rest,
  expenditureFen: expenditureFen ?? 0,
  fiscalFen: fiscalFen ?? 0,
  otherFen: otherFen ?? 0,
});

function byProject<T extends { readonly projectId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const known = grouped.get(row.projectId);
    if (known) known.push(row);
    else grouped.set(row.projectId, [row]);
  }
  return grouped;
}

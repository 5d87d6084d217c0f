import { QUADRANTS, type Light, type SpendGoalMismatch } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SqlCondition } from '../../organisations/index.js';

const count = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;
const money = (column: string, condition?: string): string =>
  `coalesce(sum(${condition === undefined ? column : `case when ${condition} then ${column} else 0 end`}), 0)`;
const BUDGET = 'l.adjusted_budget_fen';

export const MISMATCHES = ['moneyAhead', 'goalsAhead'] as const satisfies readonly SpendGoalMismatch['side'][];

/** What is summed up of lights, by the expression over rows of `project_light l`. */
const FIGURES = {
  projects: 'count(*)',
  budgetFen: money(BUDGET),
  expenditureFen: money('l.expenditure_fen'),
  lagFen: money('l.lag_fen'),
  byTreasury: count(`l.expenditure_source in ('treasury', 'treasuryAndUnit')`),
  releasedFen: money('l.released_fen'),
  receivedFen: money('l.received_fen'),
  notReported: count('l.not_reported'),
  awaitingReport: count('l.awaiting_report'),
  exempt: count('l.exempt'),
  ...oneByOne(QUADRANTS, 'quadrant'),
  ...oneByOne(MISMATCHES, 'mismatch'),
} as const;

type Kind = (typeof QUADRANTS)[number] | (typeof MISMATCHES)[number];

/** Number and money of the projects that have one value of a column, for each of its values. */
function oneByOne<K extends Kind>(values: readonly K[], column: string) {
  return Object.fromEntries(
    values.flatMap((value) => [
      [`${value}Projects`, count(`l.${column} = '${value}'`)],
      [`${value}Fen`, money(BUDGET, `l.${column} = '${value}'`)],
    ]),
  ) as Record<`${K}Projects` | `${K}Fen`, string>;
}

export type Figure = keyof typeof FIGURES;
export const ALL_FIGURES = Object.keys(FIGURES) as readonly Figure[];

/** By what lights are grouped. */
const KEYS = {
  organisationId: 'l.organisation_id',
  light: 'l.light',
  previousLight: `coalesce(l.previous_light, 'grey')`,
} as const;
export type Key = keyof typeof KEYS;

/** Some figures of a group of lights, and when the newest of them was computed. */
export type LightSum<F extends Figure = Figure, K extends Key = Key> = Readonly<Record<F, number>> &
  Readonly<Pick<{ organisationId: string; light: Light; previousLight: Light }, K>> & { readonly computedAt: string };

/** Counts and money of lights, summed up where they are. */
@Injectable()
export class LightSums {
  /** @param units which units' lights, as a condition on `l.organisation_id` */
  async direct<F extends Figure, K extends Key>(
    manager: EntityManager,
    roundId: string,
    units: SqlCondition,
    by: readonly K[],
    figures: readonly F[],
  ): Promise<LightSum<F, K>[]> {
    const columns = [
      ...by.map((key) => `${KEYS[key]} as ${key}`),
      ...figures.map((figure) => `${FIGURES[figure]} as ${figure}`),
    ];
    const sql = `select ${columns.join(', ')}, max(l.computed_at) as computedAt from project_light l
                 where l.round_id = ? and ${units.sql} group by ${by.map((key) => KEYS[key]).join(', ')}`;
    return numbered(await manager.query<LightSum<F, K>[]>(sql, [roundId, ...units.params]), figures);
  }
}

/** Sums come as text from MySQL. */
const numbered = <F extends Figure, K extends Key>(
  rows: readonly LightSum<F, K>[],
  figures: readonly F[],
): LightSum<F, K>[] =>
  rows.map((row) => ({ ...row, ...Object.fromEntries(figures.map((figure) => [figure, Number(row[figure])])) }));

import { QUADRANTS, type Light, type SpendGoalMismatch } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
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
  plannedFen: money('l.planned_fen'),
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
export type Key = 'roundId' | 'organisationId' | 'light' | 'previousLight';

/** One of the two places that the same sums come from. */
interface Place {
  readonly table: 'project_light' | 'light_summary';
  readonly keys: Readonly<Record<Key, string>>;
  readonly figures: Readonly<Record<Figure, string>>;
}

const COMMON_KEYS = { roundId: 'l.round_id', organisationId: 'l.organisation_id', light: 'l.light' } as const;

const LIGHTS_THEMSELVES: Place = {
  table: 'project_light',
  keys: { ...COMMON_KEYS, previousLight: `coalesce(l.previous_light, 'grey')` },
  figures: FIGURES,
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const STORED_SUMS: Place = {
  table: 'light_summary',
  keys: { ...COMMON_KEYS, previousLight: 'l.previous_light' },
  figures: Object.fromEntries(ALL_FIGURES.map((figure) => [figure, `sum(l.${snakeCase(figure)})`])) as Record<
    Figure,
    string
  >,
};

/** Some figures of a group of lights, and when the newest of them was computed. */
export type LightSum<F extends Figure = Figure, K extends Key = Key> = Readonly<Record<F, number>> &
  Readonly<Pick<{ roundId: string; organisationId: string; light: Light; previousLight: Light }, K>> & {
    readonly computedAt: string;
  };

/** Where the sums of a round come from. */
export interface RoundSource {
  readonly roundId: string;
  /** Units whose lights are summed up on the spot, for what is stored of them is older; or all units. */
  readonly direct: readonly string[] | 'all';
}

/** Counts and money of lights: stored sums, and lights themselves where there are newer ones. */
@Injectable()
export class LightSums {
  /**
   * @param units which units' lights, as a condition on `l.organisation_id`
   * @returns a group in several parts where several places have a part of it
   */
  async of<F extends Figure, K extends Key>(
    manager: EntityManager,
    sources: readonly RoundSource[],
    units: SqlCondition,
    by: readonly K[],
    figures: readonly F[],
  ): Promise<readonly LightSum<F, K>[]> {
    const asStored = sources
      .filter(({ direct }) => direct !== 'all' && direct.length === 0)
      .map(({ roundId }) => roundId);
    const parts: [Place, SqlCondition][] = [];
    if (asStored.length > 0) parts.push([STORED_SUMS, among('l.round_id', asStored)]);
    for (const { roundId, direct } of sources) {
      const ofRound = among('l.round_id', [roundId]);
      if (direct === 'all') parts.push([LIGHTS_THEMSELVES, ofRound]);
      else if (direct.length > 0) {
        parts.push([LIGHTS_THEMSELVES, both(ofRound, among('l.organisation_id', direct))]);
        parts.push([STORED_SUMS, both(ofRound, among('l.organisation_id', direct, 'not in'))]);
      }
    }
    const sums: LightSum<F, K>[] = [];
    for (const [place, rounds] of parts) sums.push(...(await read(manager, place, both(rounds, units), by, figures)));
    return sums;
  }
}

async function read<F extends Figure, K extends Key>(
  manager: EntityManager,
  { table, keys, figures: expressions }: Place,
  where: SqlCondition,
  by: readonly K[],
  figures: readonly F[],
): Promise<readonly LightSum<F, K>[]> {
  const columns = [
    ...by.map((key) => `${keys[key]} as ${key}`),
    ...figures.map((figure) => `${expressions[figure]} as ${figure}`),
  ];
  const sql = `select ${columns.join(', ')}, max(l.computed_at) as computedAt from ${table} l
               where ${where.sql} group by ${by.map((key) => keys[key]).join(', ')}`;
  const rows = await manager.query<LightSum<F, K>[]>(sql, [...where.params]);
  // Sums come as text from MySQL.
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(figures.map((figure) => [figure, Number(row[figure])])),
  }));
}

const among = (column: string, values: readonly string[], how: 'in' | 'not in' = 'in'): SqlCondition => ({
  sql: `${column} ${how} (${placeholders(values.length)})`,
  params: values,
});

const both = (one: SqlCondition, other: SqlCondition): SqlCondition => ({
  sql: `${one.sql} and ${other.sql}`,
  params: [...one.params, ...other.params],
});

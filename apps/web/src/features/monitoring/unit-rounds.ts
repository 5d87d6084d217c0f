import { type Light, LIGHT_RANK } from '@jixiao/domain';
import type { Overview, OverviewUnit } from '../../shared/api/schema.gen.js';
import type { ColumnOf } from '../../shared/export/table-of.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

/** A unit's light at one round, with the counts that explain it. */
export interface UnitCell {
  readonly light: Light;
  readonly byLight: OverviewUnit['byLight'];
}

/** A unit over the rounds: a cell per round, null where it had no project then or the answer is still to come. */
export interface UnitRow {
  readonly unit: OverviewUnit;
  readonly cells: readonly (UnitCell | null)[];
}

const worstFirst = (a: OverviewUnit, b: OverviewUnit): number =>
  LIGHT_RANK[a.light] - LIGHT_RANK[b.light] || b.lagFen - a.lagFen;
const isRound = (one: RoundKey, other: RoundKey): boolean => one.year === other.year && one.month === other.month;

/** The newest rounds up to the one shown, oldest first. */
export const roundsOf = (overview: Pick<Overview, 'rounds'>, count: number): readonly RoundKey[] =>
  overview.rounds.slice(-count).map(({ year, month }) => ({ year, month }));

/** The units of the round that is shown, worst first and of those the furthest behind, over all `rounds`. */
export function unitRows(now: Overview, rounds: readonly RoundKey[], overviews: readonly Overview[]): UnitRow[] {
  const ofRound = rounds.map((round) => {
    const overview = isRound(round, now) ? now : overviews.find((one) => isRound(round, one));
    return new Map((overview?.byUnit ?? []).map((unit) => [unit.organisationId, unit]));
  });
  return [...now.byUnit].sort(worstFirst).map((unit) => ({
    unit,
    cells: ofRound.map((units) => {
      const then = units.get(unit.organisationId);
      return then ? { light: then.light, byLight: then.byLight } : null;
    }),
  }));
}

/** A column per round, for a matrix that is taken away. @param textOf of a row in the round at a place; null for none */
export const roundColumns = <Row>(
  rounds: readonly RoundKey[],
  periodOf: (year: number, month: number) => string,
  textOf: (row: Row, place: number) => string | null,
): ColumnOf<Row>[] =>
  rounds.map(({ year, month }, place) => ({
    header: periodOf(year, month),
    kind: 'text',
    cell: (row) => textOf(row, place),
  }));

import type { ReportState } from '@jixiao/domain';
import type { LightRow } from '../../shared/api/schema.gen.js';

/** States short of acceptance, in the order in which a report goes through them; `none` is not begun. */
export const UNFINISHED_STATES = ['none', 'draft', 'returned', 'submitted', 'unitApproved'] as const;
export type UnfinishedState = (typeof UNFINISHED_STATES)[number];

export interface Unfinished {
  /** Reports that finance has not accepted; projects exempt from monitoring have none. */
  readonly count: number;
  /** Reports that the round asks for. */
  readonly total: number;
  /** Only states that occur. */
  readonly states: readonly { readonly state: UnfinishedState; readonly count: number }[];
  /** The units that still owe some, those with the most first. */
  readonly units: readonly { readonly name: string; readonly count: number }[];
}

type Row = Pick<LightRow, 'organisationName' | 'reason' | 'reportStatus'>;

/** Counts what locking a round would leave unfinished. */
export function unfinished(rows: readonly Row[]): Unfinished {
  const due = rows.filter(({ reason }) => reason !== 'exempt');
  const open = due.filter(({ reportStatus }) => reportStatus !== 'accepted' && reportStatus !== 'locked');
  const byState = new Map<ReportState | 'none', number>();
  const byUnit = new Map<string, number>();
  for (const { organisationName, reportStatus } of open) {
    const state = reportStatus ?? 'none';
    byState.set(state, (byState.get(state) ?? 0) + 1);
    byUnit.set(organisationName, (byUnit.get(organisationName) ?? 0) + 1);
  }
  const units = [...byUnit].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  const states = UNFINISHED_STATES.map((state) => ({ state, count: byState.get(state) ?? 0 }));
  return { count: open.length, total: due.length, states: states.filter(({ count }) => count > 0), units };
}

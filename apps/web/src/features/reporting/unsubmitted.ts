import { isEditable } from '@jixiao/domain';
import type { LightRow } from '../../shared/api/schema.gen.js';

export interface Unsubmitted {
  /** Reports that were never handed in, or went back to the unit; projects exempt from monitoring have none to submit. */
  readonly count: number;
  /** Reports that the round asks for. */
  readonly total: number;
  /** The units that still owe some, those with the most first. */
  readonly units: readonly { readonly name: string; readonly count: number }[];
}

type Row = Pick<LightRow, 'organisationName' | 'reason' | 'reportStatus'>;

/** Whether a report is out of the unit's hands: submitted, or further on. */
export const isHandedIn = ({ reportStatus }: Pick<LightRow, 'reportStatus'>): boolean =>
  reportStatus !== null && !isEditable(reportStatus);

/** Counts what locking a round would leave unsubmitted. */
export function unsubmitted(rows: readonly Row[]): Unsubmitted {
  const due = rows.filter(({ reason }) => reason !== 'exempt');
  const open = due.filter((row) => !isHandedIn(row));
  const byUnit = new Map<string, number>();
  for (const { organisationName } of open) byUnit.set(organisationName, (byUnit.get(organisationName) ?? 0) + 1);
  const units = [...byUnit].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  return { count: open.length, total: due.length, units };
}

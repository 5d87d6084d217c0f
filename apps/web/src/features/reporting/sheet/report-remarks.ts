import type { ReportGap, ReportRemark } from '@jixiao/domain';
import type { Column } from './sheet-rows.js';

/** Where what a remark asks for is to be typed; an answer and an amount in the column of values. */
const COLUMN_OF: Readonly<Record<string, Column>> = {
  'spend-reason-missing': 'reasons',
  'spend-reason-note-missing': 'reasonNote',
  'reason-missing': 'reasons',
  'reason-note-missing': 'reasonNote',
  'over-target-reason-missing': 'reasons',
  'likelihood-note-missing': 'note',
};

export interface CellRemark {
  readonly code: string;
  readonly column: Column;
  /** Hinders submitting; the rest is advice. */
  readonly required: boolean;
}

/** Remarks by their line: an indicator's id, or `fiscal` for the spending. */
export type RemarksByLine = ReadonlyMap<string, readonly CellRemark[]>;

/** What a report lacks, and what is worth a second look, at the cells where it is mended; gaps after the advice on the same cell. */
export function remarksByLine(gaps: readonly ReportGap[], advice: readonly ReportRemark[]): RemarksByLine {
  const byLine = new Map<string, CellRemark[]>();
  const add = ({ indicatorId, code }: ReportGap, required: boolean): void => {
    const line = indicatorId ?? 'fiscal';
    const remark = { code, column: COLUMN_OF[code] ?? 'value', required };
    byLine.set(line, [...(byLine.get(line) ?? []), remark]);
  };
  for (const one of advice) add(one, false);
  for (const one of gaps) add(one, true);
  return byLine;
}

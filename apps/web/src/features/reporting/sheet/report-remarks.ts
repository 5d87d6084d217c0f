import { reportRemarks, type ProjectAssessment } from '@jixiao/domain';
import type { ReportForm } from '../report-form.js';
import type { Column } from './sheet-rows.js';

/** Where the explanation that a remark asks for is to be typed. */
const COLUMN_OF: Readonly<Record<string, Column>> = {
  'spend-reason-missing': 'reasons',
  'spend-reason-note-missing': 'reasonNote',
  'reason-missing': 'reasons',
  'reason-note-missing': 'reasonNote',
  'over-target-reason-missing': 'reasons',
  'result-negative': 'value',
  'likelihood-note-missing': 'note',
};

export interface CellRemark {
  readonly code: string;
  readonly column: Column;
}

/** The remark's line: an indicator's id, or `fiscal` for the spending. */
export type RemarksByLine = ReadonlyMap<string, readonly CellRemark[]>;

/** What the form still owes an explanation for (R24–R26), by line: asked for as one types, exactly where the rules ask. */
export function remarksOf(assessment: ProjectAssessment, form: ReportForm): RemarksByLine {
  const results = new Map(
    Object.entries(form.indicators).map(([id, { reasons, reasonNote, likelihood, note }]) => [
      id,
      { reasons, reasonNote, likelihood: likelihood || null, note },
    ]),
  );
  const remarks = new Map<string, CellRemark[]>();
  for (const { code, indicatorId } of reportRemarks(assessment, { ...form, results })) {
    const line = indicatorId ?? 'fiscal';
    remarks.set(line, [...(remarks.get(line) ?? []), { code, column: COLUMN_OF[code] ?? 'value' }]);
  }
  return remarks;
}

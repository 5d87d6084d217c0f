import type { MergeField } from '../merge-report.js';
import type { FormTarget, ReportForm } from '../report-form.js';
import type { Column, RowKind } from './sheet-rows.js';

/** The cell in which a field of the form stands. */
export interface FieldCell<T extends FormTarget> {
  readonly kind: RowKind;
  readonly column: Column;
  /** Null for a line of the project itself, and for an indicator that is not among those given. */
  readonly target: T | null;
}

type ProjectField = Exclude<keyof ReportForm, 'indicators'>;

const PROJECT_CELLS: Readonly<Record<ProjectField, readonly [RowKind, Column]>> = {
  fiscal: ['fiscal', 'value'],
  other: ['other', 'value'],
  expected: ['expected', 'value'],
  reasons: ['fiscal', 'reasons'],
  reasonNote: ['fiscal', 'reasonNote'],
  differenceNote: ['treasury', 'reasonNote'],
};

export function fieldCell<T extends FormTarget>(
  { indicatorId, name }: MergeField,
  indicators: readonly T[],
): FieldCell<T> {
  if (indicatorId === null) {
    const [kind, column] = PROJECT_CELLS[name as ProjectField];
    return { kind, column, target: null };
  }
  const target = indicators.find(({ id }) => id === indicatorId) ?? null;
  return { kind: 'indicator', column: name === 'answer' ? 'value' : (name as Column), target };
}

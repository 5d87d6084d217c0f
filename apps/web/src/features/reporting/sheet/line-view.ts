import type { Light } from '@jixiao/domain';
import { formatNumber, formatRate, formatWan, EMPTY } from '../../../shared/format/figures.js';
import { cellKey, type ReportDraft } from './report-draft.js';
import { COLUMNS, type Column, type SheetRow } from './sheet-rows.js';

/**
 * Why a cell is marked: `fault` cannot be read or taken, `missing` is due and blank, `advice` is worth a second look and hinders
 * nothing. `sentence` is the key of what to say about it.
 */
export interface Mark {
  readonly tone: 'fault' | 'missing' | 'advice';
  readonly sentence: string;
}

/** What stands in a line beside what is typed there. */
export interface LineView {
  readonly target: string;
  readonly previous: string;
  readonly standard: string;
  readonly completion: string;
  readonly light: Light | null;
  readonly marks: ReadonlyMap<Column, Mark>;
  /** What the server remarks on the line by comparing it with the round before. */
  readonly warning: string | null;
}

const AGAINST_PREVIOUS = new Set(['expenditure-below-previous', 'result-below-previous']);

const NOTHING = { target: '', previous: '', standard: '', completion: '', light: null, warning: null } as const;

/** The line's id within its report: an indicator's, else its kind. */
const nameOf = (draft: ReportDraft, row: SheetRow): string =>
  row.indicator === null ? row.kind : (draft.project.indicators[row.indicator]?.id ?? '');

function marksOf(draft: ReportDraft, row: SheetRow): ReadonlyMap<Column, Mark> {
  const marks = new Map<Column, Mark>();
  const name = nameOf(draft, row);
  if (!draft.editable.value) return marks;
  for (const { code, column, required } of draft.remarks.value.get(name) ?? [])
    marks.set(column, { tone: required ? 'missing' : 'advice', sentence: `sheet.remark.${code}` });
  if (row.kind === 'treasury' && draft.unexplained.value)
    marks.set('reasonNote', { tone: 'missing', sentence: 'treasury.report.noteNeeded' });
  const fault = draft.faults.value[name];
  if (fault) marks.set('value', { tone: 'fault', sentence: `fault.${fault}` });
  for (const column of COLUMNS) {
    const unread = draft.unread[cellKey(row, column)];
    if (unread) marks.set(column, { tone: 'fault', sentence: `fault.${unread.fault}` });
  }
  return marks;
}

const warningOf = (draft: ReportDraft, indicatorId: string | null): string | null =>
  draft.stored.value.warnings.find((one) => one.indicatorId === indicatorId && AGAINST_PREVIOUS.has(one.code))
    ?.message ?? null;

function spendingView(draft: ReportDraft, row: SheetRow): LineView {
  const { spend } = draft.assessment.value;
  return {
    target: formatWan(spend.adjustedBudgetFen),
    previous: formatWan(draft.stored.value.previous?.expenditureFen),
    standard: formatRate(spend.plannedRate),
    completion: formatRate(spend.executionRate),
    light: spend.light,
    marks: marksOf(draft, row),
    warning: warningOf(draft, null),
  };
}

function indicatorView(draft: ReportDraft, row: SheetRow): LineView {
  const index = row.indicator ?? 0;
  const target = draft.project.indicators[index];
  const judged = draft.assessment.value.goals.indicators[index];
  if (!target || !judged) return { ...NOTHING, marks: new Map() };
  const before = draft.stored.value.previous?.results.find((one) => one.indicatorId === target.id);
  return {
    target: target.rawValue,
    previous: formatNumber(before?.value),
    standard: formatNumber(judged.standard),
    completion: formatRate(judged.completion),
    light: judged.light,
    marks: marksOf(draft, row),
    warning: warningOf(draft, target.id),
  };
}

const textOfMarks = ({ marks }: LineView): string =>
  [...marks].map(([column, { tone, sentence }]) => `${column} ${tone} ${sentence}`).join();

/** Whether two views of a line show the same, so that a key in one line leaves the others alone. */
export const sameView = (a: LineView, b: LineView): boolean =>
  a.target === b.target &&
  a.previous === b.previous &&
  a.standard === b.standard &&
  a.completion === b.completion &&
  a.light === b.light &&
  a.warning === b.warning &&
  textOfMarks(a) === textOfMarks(b);

/** The figures, the light and the marks of a line as the form now stands. */
export function lineView(draft: ReportDraft, row: SheetRow): LineView {
  if (row.kind === 'indicator') return indicatorView(draft, row);
  if (row.kind === 'fiscal') return spendingView(draft, row);
  if (row.kind === 'treasury') {
    const treasury = draft.stored.value.treasury;
    return {
      ...NOTHING,
      previous: EMPTY,
      target: formatWan(treasury?.expenditureFen),
      marks: marksOf(draft, row),
    };
  }
  return { ...NOTHING, marks: marksOf(draft, row) };
}

/** The cells of a draft that are due and blank or cannot be read, in reading order. */
export function openCells(draft: ReportDraft): readonly { readonly row: string; readonly column: Column }[] {
  if (!draft.editable.value) return [];
  return draft.rows.value
    .filter(draft.isOpen)
    .flatMap((row) =>
      [...lineView(draft, row).marks]
        .filter(([, { tone }]) => tone !== 'advice')
        .map(([column]) => ({ row: row.key, column })),
    );
}

import type { Light } from '@jixiao/domain';
import { formatNumber, formatRate, formatWan, EMPTY } from '../../../shared/format/figures.js';
import { cellKey, type ReportDraft } from './report-draft.js';
import { COLUMNS, type Column, type SheetRow } from './sheet-rows.js';

/**
 * Why a cell is marked: `fault` cannot be read or taken, `missing` is due and blank, `wanted` owes an explanation that hinders
 * nothing. `sentence` is the key of what to say about it.
 */
export interface Mark {
  readonly tone: 'fault' | 'missing' | 'wanted';
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

function marksOf(draft: ReportDraft, row: SheetRow, missing: Column | null): ReadonlyMap<Column, Mark> {
  const marks = new Map<Column, Mark>();
  const name = nameOf(draft, row);
  if (!draft.editable.value) return marks;
  for (const { code, column } of draft.remarks.value.get(name) ?? [])
    marks.set(column, { tone: 'wanted', sentence: `sheet.remark.${code}` });
  if (missing) marks.set(missing, { tone: 'missing', sentence: missingSentence(row) });
  const fault = draft.faults.value[name];
  if (fault) marks.set('value', { tone: 'fault', sentence: `fault.${fault}` });
  for (const column of COLUMNS) {
    const unread = draft.unread[cellKey(row, column)];
    if (unread) marks.set(column, { tone: 'fault', sentence: `fault.${unread.fault}` });
  }
  return marks;
}

const missingSentence = ({ kind }: SheetRow): string =>
  kind === 'treasury' ? 'treasury.report.noteNeeded' : 'report.missingHere';

const warningOf = (draft: ReportDraft, indicatorId: string | null): string | null =>
  draft.stored.value.warnings.find((one) => one.indicatorId === indicatorId && AGAINST_PREVIOUS.has(one.code))
    ?.message ?? null;

function spendingView(draft: ReportDraft, row: SheetRow): LineView {
  const { spend, missing } = draft.assessment.value;
  return {
    target: formatWan(spend.adjustedBudgetFen),
    previous: formatWan(draft.stored.value.previous?.expenditureFen),
    standard: formatRate(spend.plannedRate),
    completion: formatRate(spend.executionRate),
    light: spend.light,
    marks: marksOf(draft, row, missing.expenditure ? 'value' : null),
    warning: warningOf(draft, null),
  };
}

function indicatorView(draft: ReportDraft, row: SheetRow): LineView {
  const index = row.indicator ?? 0;
  const target = draft.project.indicators[index];
  const judged = draft.assessment.value.goals.indicators[index];
  if (!target || !judged) return { ...NOTHING, marks: new Map() };
  const before = draft.stored.value.previous?.results.find((one) => one.indicatorId === target.id);
  const missing = judged.missing === 'answer' && row.editable.includes('value') ? 'value' : null;
  return {
    target: target.rawValue,
    previous: formatNumber(before?.value),
    standard: formatNumber(judged.standard),
    completion: formatRate(judged.completion),
    light: judged.light,
    marks: marksOf(draft, row, missing),
    warning: warningOf(draft, target.id),
  };
}

/** The figures, the light and the marks of a line as the form now stands. */
export function lineView(draft: ReportDraft, row: SheetRow): LineView {
  if (row.kind === 'indicator') return indicatorView(draft, row);
  if (row.kind === 'fiscal') return spendingView(draft, row);
  if (row.kind === 'treasury') {
    const treasury = draft.stored.value.treasury;
    const missing = draft.unexplained.value ? 'reasonNote' : null;
    return {
      ...NOTHING,
      previous: EMPTY,
      target: formatWan(treasury?.expenditureFen),
      marks: marksOf(draft, row, missing),
    };
  }
  return { ...NOTHING, marks: marksOf(draft, row, null) };
}

/** The cells of a draft that are due and blank or cannot be read, in reading order. */
export function openCells(draft: ReportDraft): readonly { readonly row: string; readonly column: Column }[] {
  if (!draft.editable.value) return [];
  return draft.rows.value.flatMap((row) =>
    [...lineView(draft, row).marks]
      .filter(([, { tone }]) => tone !== 'wanted')
      .map(([column]) => ({ row: row.key, column })),
  );
}

import type { ExplainLocale } from '@jixiao/domain';
import type { AsideText, KeptDraft, Unread } from '../draft-keeper.js';
import { copyOf, fieldsOf, sameField, takeField, type MergeField } from '../merge-report.js';
import type { FormTarget, ReportForm } from '../report-form.js';
import { cellText } from './cells.js';
import { fieldCell } from './field-cell.js';
import type { Column, RowKind } from './sheet-rows.js';

/** Where kept input may be laid, and the language of what is said about the rest. */
export interface Place {
  /** Whether an indicator may be written, or with null what is reported of the project as a whole. */
  readonly reaches: (indicatorId: string | null) => boolean;
  readonly locale: ExplainLocale;
}

/** Kept input as it fits the report of now. */
export interface Laid {
  readonly form: ReportForm;
  /** What each field was typed over. */
  readonly base: ReportForm;
  readonly unread: Record<string, Unread>;
  /** What has no place any more. */
  readonly aside: readonly AsideText[];
}

type Named = FormTarget & { readonly name: string };
const nameless = (id: string): Named => ({ id, name: '', kind: 'cumulative', unit: null });

function asideField({ form, indicators }: KeptDraft, field: MergeField, locale: ExplainLocale): AsideText {
  const { kind, column, target } = fieldCell(field, indicators);
  const named = target ?? (field.indicatorId === null ? null : nameless(field.indicatorId));
  return { kind, name: named?.name ?? null, column, text: cellText(form, { kind, column, target: named }, locale) };
}

interface UnreadCell {
  /** An indicator's id, or the kind of a line of the project itself. */
  readonly line: string;
  readonly column: Column;
  /** Whether the line is one of the project itself. */
  readonly isOwn: boolean;
}

/** By the cell's key, `project/line|column`. */
function cellOf(cell: string, form: ReportForm): UnreadCell {
  const [line = '', column = ''] = cell.slice(cell.indexOf('/') + 1).split('|');
  return { line, column: column as Column, isOwn: !(line in form.indicators) };
}

/**
 * Lays kept input into the form of a report as it is now. Indicators that have come since begin as they are stored. What was
 * typed for one that is gone, for a line that may not be written, or otherwise in another window of the same person, where
 * the newest counts, is set aside: nothing of it is lost or put where nobody typed it.
 * @param sources the newest first
 */
export function layKept(sources: readonly KeptDraft[], theirs: ReportForm, { reaches, locale }: Place): Laid {
  const form = copyOf(theirs);
  const base = copyOf(theirs);
  const unread: Record<string, Unread> = {};
  const aside: AsideText[] = sources.flatMap((source) => source.aside);

  function layField(source: KeptDraft, field: MergeField): void {
    const isTyped = !sameField(source.form, source.base, field);
    // What was only read is as it was for the newest: the others may have read an older state.
    if (!isTyped && source !== sources[0]) return;
    const { indicatorId } = field;
    const fits = reaches(indicatorId) && (indicatorId === null || indicatorId in theirs.indicators);
    /** Something newer was typed there. */
    const isTaken = isTyped && !sameField(form, base, field);
    if (fits && !isTaken) {
      takeField(form, source.form, field);
      takeField(base, source.base, field);
      return;
    }
    const isSaid = isTaken && sameField(form, source.form, field);
    if (isTyped && !isSaid) aside.push(asideField(source, field, locale));
  }

  function layUnread(source: KeptDraft, cell: string, one: Unread): void {
    const { line, column, isOwn } = cellOf(cell, source.form);
    const fits = reaches(isOwn ? null : line) && (isOwn || line in theirs.indicators);
    const present = unread[cell];
    if (fits && !present) unread[cell] = one;
    else if (present?.text !== one.text) {
      const name = isOwn ? null : (source.indicators.find(({ id }) => id === line)?.name ?? '');
      aside.push({ kind: isOwn ? (line as RowKind) : 'indicator', name, column, text: one.text });
    }
  }

  for (const source of sources) {
    for (const field of fieldsOf(source.form)) layField(source, field);
    for (const [cell, one] of Object.entries(source.unread)) layUnread(source, cell, one);
  }
  return { form, base, unread, aside };
}

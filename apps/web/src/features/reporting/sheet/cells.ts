import {
  LIKELIHOOD_OF,
  LIKELIHOOD_WORDS,
  LIKELIHOODS,
  NO_DATA_WORD,
  NOT_DONE_WORD,
  OUTCOME_WORDS,
  OUTCOMES,
  readResultCell,
  REASON_OF,
  REASON_SEPARATOR,
  REASON_WORDS,
  REASONS,
  reasonsText,
  type ExplainLocale,
  type Reason,
} from '@jixiao/domain';
import type { IndicatorForm, FormTarget, ReportForm } from '../report-form.js';
import type { Column, RowKind, SheetRow } from './sheet-rows.js';

/** A cell of a project's form: its line, its column, and for an indicator what it asks for. */
export interface FormCell {
  readonly kind: RowKind;
  readonly column: Column;
  readonly target: FormTarget | null;
}

type AmountKind = 'fiscal' | 'other' | 'expected';

/** Codes of the sentences that say why a cell's text could not be taken. */
export type CellFault = 'choice-unreadable' | 'outcome-unreadable' | 'date-unreadable' | 'text-too-long';

const LONGEST_TEXT = 2000;
const LONGEST_FIGURE = 40;
const NO_DATA = /^(?:无数据|no\s*data)\s*[:：(（]?\s*(.*?)[)）]?$/i;
const BETWEEN_REASONS = /[、,，;；\s]+/;

export const formCell = (row: SheetRow, column: Column, targets: readonly FormTarget[]): FormCell => ({
  kind: row.kind,
  column,
  target: row.indicator === null ? null : (targets[row.indicator] ?? null),
});

/** Choices that a cell offers, in their order; none for a cell that takes any text or figure. */
export function choicesOf({ column, target }: FormCell, locale: ExplainLocale): readonly string[] {
  if (column === 'reasons') return REASONS.map((reason) => REASON_WORDS[reason][locale]);
  if (column === 'likelihood') return LIKELIHOODS.map((likelihood) => LIKELIHOOD_WORDS[likelihood][locale]);
  if (column !== 'value' || target === null) return [];
  const noData = NO_DATA_WORD[locale];
  if (target.kind === 'qualitative') return [...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome][locale]), noData];
  return target.kind === 'date' ? [NOT_DONE_WORD[locale], noData] : [noData];
}

/** What the cell holds, as text in the reader's language: what is shown, typed over and copied. */
export function cellText(form: ReportForm, { kind, column, target }: FormCell, locale: ExplainLocale): string {
  if (kind === 'treasury') return form.differenceNote;
  if (isAmount(kind)) {
    if (column === 'value') return form[kind];
    return column === 'reasons' ? reasonsText(form.reasons, locale) : form.reasonNote;
  }
  const entry = target && form.indicators[target.id];
  if (!entry || !target) return '';
  if (column === 'value') return answerText(entry, target, locale);
  if (column === 'reasons') return reasonsText(entry.reasons, locale);
  if (column === 'likelihood') return entry.likelihood === '' ? '' : LIKELIHOOD_WORDS[entry.likelihood][locale];
  return entry[column];
}

export function answerText(entry: IndicatorForm, { kind }: FormTarget, locale: ExplainLocale): string {
  if (entry.mode === 'noData') return NO_DATA_WORD[locale] + entry.noData;
  if (entry.mode === 'notDone') return NOT_DONE_WORD[locale];
  if (kind === 'qualitative') return entry.outcome === '' ? '' : OUTCOME_WORDS[entry.outcome][locale];
  return kind === 'date' ? entry.doneOn : entry.value;
}

/**
 * Puts text into a cell as if it had been typed there, in words of either language.
 * @returns why the text cannot be taken, the form being unchanged; null where it was taken. A figure is taken as it stands:
 *   `readForm` says whether it can be read.
 */
export function putCell(form: ReportForm, cell: FormCell, text: string): CellFault | null {
  const { kind, column, target } = cell;
  const isFigure = column === 'value' && !NO_DATA.test(text.trim());
  if (text.length > (isFigure ? LONGEST_FIGURE : LONGEST_TEXT)) return 'text-too-long';
  if (kind === 'treasury') {
    form.differenceNote = text;
    return null;
  }
  if (isAmount(kind)) return putAmountLine(form, kind, column, text);
  const entry = target && form.indicators[target.id];
  return entry && target ? putIndicator(entry, target, column, text) : null;
}

const isAmount = (kind: RowKind): kind is AmountKind => kind === 'fiscal' || kind === 'other' || kind === 'expected';

function putAmountLine(form: ReportForm, kind: AmountKind, column: Column, text: string): CellFault | null {
  if (column === 'reasons') return putReasons(form, text);
  if (column === 'value') form[kind] = text;
  else form.reasonNote = text;
  return null;
}

function putIndicator(entry: IndicatorForm, target: FormTarget, column: Column, text: string): CellFault | null {
  if (column === 'value') return putAnswer(entry, target, text);
  if (column === 'reasons') return putReasons(entry, text);
  if (column === 'likelihood') {
    const likelihood = text.trim() === '' ? '' : LIKELIHOOD_OF.get(text.trim());
    if (likelihood === undefined) return 'choice-unreadable';
    entry.likelihood = likelihood;
    return null;
  }
  entry[column] = text;
  return null;
}

function putReasons(into: { reasons: Reason[] }, text: string): CellFault | null {
  const found = text
    .split(BETWEEN_REASONS)
    .filter(Boolean)
    .map((word) => REASON_OF.get(word));
  if (found.includes(undefined)) return 'choice-unreadable';
  into.reasons = REASONS.filter((reason) => found.includes(reason));
  return null;
}

const BLANK_ANSWER = { mode: 'answer', value: '', outcome: '', doneOn: '', noData: '' } as const;

export function putAnswer(entry: IndicatorForm, { kind }: FormTarget, text: string): CellFault | null {
  const why = NO_DATA.exec(text.trim())?.[1];
  if (why !== undefined) {
    Object.assign(entry, BLANK_ANSWER, { mode: 'noData', noData: why });
    return null;
  }
  if (kind !== 'qualitative' && kind !== 'date') {
    Object.assign(entry, BLANK_ANSWER, { value: text });
    return null;
  }
  const read = readResultCell(text);
  const { outcome = '', doneOn = '', notDone = false, value } = read.ok ? read.value : {};
  const fits = read.ok && value === undefined && (kind === 'date' ? outcome === '' : doneOn === '' && !notDone);
  if (!fits) return kind === 'date' ? 'date-unreadable' : 'outcome-unreadable';
  Object.assign(entry, BLANK_ANSWER, { mode: notDone ? 'notDone' : 'answer', outcome, doneOn });
  return null;
}

/**
 * The choice that a few typed signs mean: its number in the list, or the only one that begins with them.
 * @returns the text itself where it means none
 */
export function completedChoice(text: string, choices: readonly string[]): string {
  const typed = text.trim();
  const numbered = /^\d$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  if (numbered) return numbered;
  const begun = choices.filter((choice) => typed !== '' && choice.toLowerCase().startsWith(typed.toLowerCase()));
  return (begun.length === 1 ? begun[0] : undefined) ?? text;
}

/** Adds a reason to those in the cell, or takes it away. */
export function toggledReason(text: string, word: string): string {
  const words = text.split(BETWEEN_REASONS).filter(Boolean);
  const changed = words.includes(word) ? words.filter((one) => one !== word) : [...words, word];
  return changed.join(REASON_SEPARATOR);
}

import { type IndicatorKind, isIsoDate, type Likelihood, type Outcome, parseAmount, type Reason } from '@jixiao/domain';
import type { Report, ReportInput } from '../../shared/api/schema.gen.js';
import { amountText } from '../../shared/format/figures.js';
import { parseFigure } from './figure-text.js';

/** How one indicator is answered: by a figure, an outcome or a day (as its kind wants), or by saying why not. */
export type AnswerMode = 'answer' | 'notDone' | 'noData';

/** One indicator as it stands in the form: text as typed, so that nothing a person wrote is ever lost. */
export interface IndicatorForm {
  mode: AnswerMode;
  value: string;
  outcome: Outcome | '';
  text: string;
  doneOn: string;
  noData: string;
  expected: string;
  reasons: Reason[];
  reasonNote: string;
  likelihood: Likelihood | '';
  note: string;
}

/** A project's report as it stands in the form; amounts are text in 万元. */
export interface ReportForm {
  fiscal: string;
  other: string;
  expected: string;
  reasons: Reason[];
  reasonNote: string;
  /** Why the expenditure differs from the treasury's. */
  differenceNote: string;
  indicators: Record<string, IndicatorForm>;
}

/** What the form must know of an indicator to read its answer. */
export interface FormTarget {
  readonly id: string;
  readonly kind: IndicatorKind;
  readonly unit: string | null;
}

type StoredResult = Report['results'][number];

/** What of a report stands in its form. */
export type ReportContent = Pick<
  Report,
  | 'expenditureFen'
  | 'fiscalFen'
  | 'otherFen'
  | 'expectedFullYearFen'
  | 'reasons'
  | 'reasonNote'
  | 'differenceNote'
  | 'results'
>;

export const emptyIndicator = (): IndicatorForm => ({
  mode: 'answer',
  value: '',
  outcome: '',
  text: '',
  doneOn: '',
  noData: '',
  expected: '',
  reasons: [],
  reasonNote: '',
  likelihood: '',
  note: '',
});

const modeOf = (stored: Answer): AnswerMode => {
  if (stored.noData !== null) return 'noData';
  return stored.notDone ? 'notDone' : 'answer';
};

/** The fields of a form in which a stored answer stands. */
export const answerForm = (stored: Answer) => ({
  mode: modeOf(stored),
  value: stored.value === null ? '' : String(stored.value),
  outcome: stored.outcome ?? ('' as const),
  doneOn: stored.doneOn ?? '',
  noData: stored.noData ?? '',
});

const indicatorForm = (stored: StoredResult): IndicatorForm => ({
  ...answerForm(stored),
  text: stored.text ?? '',
  expected: stored.expected ?? '',
  reasons: [...stored.reasons],
  reasonNote: stored.reasonNote ?? '',
  likelihood: stored.likelihood ?? '',
  note: stored.note ?? '',
});

/** The form for a stored report: what is stored, and a blank for each indicator without a result. */
export function formOf(report: ReportContent, targets: readonly FormTarget[]): ReportForm {
  const stored = new Map(report.results.map((result) => [result.indicatorId, result]));
  const indicators = targets.map(({ id }) => {
    const result = stored.get(id);
    return [id, result ? indicatorForm(result) : emptyIndicator()] as const;
  });
  const hasSources = report.fiscalFen !== null || report.otherFen !== null;
  return {
    fiscal: amountText(hasSources ? report.fiscalFen : report.expenditureFen),
    other: amountText(report.otherFen),
    expected: amountText(report.expectedFullYearFen),
    reasons: [...report.reasons],
    reasonNote: report.reasonNote ?? '',
    differenceNote: report.differenceNote ?? '',
    indicators: Object.fromEntries(indicators),
  };
}

/** Faults by field: `fiscal`, `other`, `expected`, or an indicator's id; the value is the code of the sentence. */
export type FormFaults = Readonly<Record<string, string>>;

export interface ReadForm {
  readonly input: ReportContent & Pick<ReportInput, 'version'>;
  readonly faults: FormFaults;
}

const blankToNull = (text: string): string | null => text.trim() || null;

export type Answer = Pick<StoredResult, 'value' | 'outcome' | 'doneOn' | 'notDone' | 'noData'>;
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

const NO_ANSWER: Answer = { value: null, outcome: null, doneOn: null, notDone: false, noData: null };

export function readAnswer(form: IndicatorForm, target: FormTarget, lastDay: string): Read<Answer> {
  if (form.mode === 'noData') {
    const noData = blankToNull(form.noData);
    return noData ? { ok: true, value: { ...NO_ANSWER, noData } } : { ok: false, fault: 'no-data-without-reason' };
  }
  if (form.mode === 'notDone') return { ok: true, value: { ...NO_ANSWER, notDone: true } };
  if (target.kind === 'executionRate') return { ok: true, value: NO_ANSWER };
  if (target.kind === 'qualitative') return { ok: true, value: { ...NO_ANSWER, outcome: form.outcome || null } };
  if (target.kind === 'date') return readDay(form.doneOn, lastDay);
  const figure = parseFigure(form.value, target.unit);
  return figure.ok ? { ok: true, value: { ...NO_ANSWER, value: figure.value } } : { ok: false, fault: figure.fault };
}

function readDay(text: string, lastDay: string): Read<Answer> {
  if (!text) return { ok: true, value: NO_ANSWER };
  if (!isIsoDate(text)) return { ok: false, fault: 'date-unreadable' };
  if (text > lastDay) return { ok: false, fault: 'done-after-round' };
  return { ok: true, value: { ...NO_ANSWER, doneOn: text } };
}

/**
 * What the form says, ready to be sent. A field that cannot be read is named in `faults` and keeps the stored value,
 * so that one slip of the keyboard neither blanks what is stored nor holds up the rest.
 */
export function readForm(form: ReportForm, stored: Report, targets: readonly FormTarget[], lastDay: string): ReadForm {
  const faults: Record<string, string> = {};
  const amount = (field: 'fiscal' | 'other' | 'expected', fallback: number | null): number | null => {
    const parsed = parseAmount(form[field], 'wan');
    if (parsed.ok) return parsed.value;
    faults[field] = parsed.error.code;
    return fallback;
  };
  const fiscal = amount('fiscal', stored.fiscalFen);
  const other = amount('other', stored.otherFen);
  const reported = fiscal !== null || other !== null;
  const storedResults = new Map(stored.results.map((result) => [result.indicatorId, result]));
  const results = targets.map((target): StoredResult => {
    const entry = form.indicators[target.id] ?? emptyIndicator();
    const answer = readAnswer(entry, target, lastDay);
    if (!answer.ok) faults[target.id] = answer.fault;
    return {
      indicatorId: target.id,
      ...(answer.ok ? answer.value : storedAnswer(storedResults.get(target.id))),
      text: blankToNull(entry.text),
      expected: blankToNull(entry.expected),
      reasons: entry.reasons,
      reasonNote: blankToNull(entry.reasonNote),
      likelihood: entry.likelihood || null,
      note: blankToNull(entry.note),
    };
  });
  const input: ReadForm['input'] = {
    version: stored.version,
    expenditureFen: reported ? (fiscal ?? 0) + (other ?? 0) : null,
    fiscalFen: reported ? (fiscal ?? 0) : null,
    otherFen: reported ? (other ?? 0) : null,
    expectedFullYearFen: amount('expected', stored.expectedFullYearFen),
    reasons: form.reasons,
    reasonNote: blankToNull(form.reasonNote),
    differenceNote: blankToNull(form.differenceNote),
    results,
  };
  return { input, faults };
}

const AMOUNTS = ['fiscal', 'other', 'expected'] as const;

/**
 * The form as it will stand once it is saved: `66.5` becomes `66.50`, so that a text which says the same counts as no change.
 * What cannot be read stays as it was typed.
 */
export function settledForm(
  form: ReportForm,
  stored: Report,
  targets: readonly FormTarget[],
  lastDay: string,
): ReportForm {
  const { input, faults } = readForm(form, stored, targets, lastDay);
  const settled = formOf(input, targets);
  const before = formOf(stored, targets);
  for (const field of AMOUNTS) {
    // A part that nobody filled in is saved as zero beside the other part, but is nothing that was typed.
    if (field in faults || form[field] === before[field]) settled[field] = form[field];
  }
  for (const { id, kind } of targets) {
    const [entry, typed] = [settled.indicators[id], form.indicators[id]];
    // The rate is not read from the form (R17), and so not settled by it.
    if (!entry || !typed || !(id in faults || kind === 'executionRate')) continue;
    const { mode, value, outcome, doneOn, noData } = typed;
    Object.assign(entry, { mode, value, outcome, doneOn, noData });
  }
  return settled;
}

function storedAnswer(stored: StoredResult | undefined): Answer {
  if (!stored) return NO_ANSWER;
  const { value, outcome, doneOn, notDone, noData } = stored;
  return { value, outcome, doneOn, notDone, noData };
}

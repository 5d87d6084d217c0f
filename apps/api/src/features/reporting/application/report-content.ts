import { checkAnswer, type Period } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import type { StoredIndicator } from '../../targets/index.js';
import type { IndicatorResultInput, ReportInput } from '../http/reporting.dto.js';
import { completeExpenditure, type ExpenditureInput } from './expenditure-split.js';
import { answerOf } from './indicator-answer.js';
import { NOTHING_ANSWERED, type ReportContent, type ResultContent } from './stored-report.js';

/** The fields of a report as a form, a program or a file gives them. */
export type ReportFields = Omit<ReportInput, 'version'>;

/** Where in the request the fields stand, for the issues: `projects.3` and the like; empty for the whole. */
type Path = (field: string) => string;
export const pathBelow =
  (prefix: string): Path =>
  (field) =>
    prefix === '' ? field : `${prefix}.${field}`;

export interface CheckedContent {
  readonly content: ReportContent;
  readonly issues: readonly FieldIssue[];
}

/**
 * The content of a report whose every field is stated anew, as the form sends it: what is left out is blank.
 * Results of indicators that the present target no longer has are kept, so that a later version may bring them back.
 */
export function replacedContent(
  before: ReportContent,
  fields: ReportFields,
  indicators: readonly StoredIndicator[],
  period: Period,
): CheckedContent {
  const present = new Set(indicators.map(({ lineageId }) => lineageId));
  const kept = new Map([...before.results].filter(([lineageId]) => !present.has(lineageId)));
  const path = pathBelow('');
  const expenditure = checkedExpenditure(fields, path);
  const results = checkedResults(fields.results, indicators, period, path);
  return {
    content: {
      expenditure: expenditure.value,
      expectedFullYearFen: fields.expectedFullYearFen ?? null,
      reasons: fields.reasons ?? [],
      reasonNote: cleanText(fields.reasonNote),
      differenceNote: cleanText(fields.differenceNote),
      results: new Map([...kept, ...results.value]),
    },
    issues: [...expenditure.issues, ...results.issues],
  };
}

/**
 * The stored content with what a program or file states put over it, field by field: what is left out stays as it is,
 * of an indicator as well. Nothing is blanked this way; the form does that.
 */
export function amendedContent(
  before: ReportContent,
  fields: ReportFields,
  indicators: readonly StoredIndicator[],
  period: Period,
  path: Path,
): CheckedContent {
  const expenditure = checkedExpenditure(overStored(fields, before.expenditure), path);
  const results = checkedResults(fields.results, indicators, period, path, before.results);
  return {
    content: {
      expenditure: expenditure.value ?? before.expenditure,
      expectedFullYearFen: fields.expectedFullYearFen ?? before.expectedFullYearFen,
      reasons: fields.reasons ?? before.reasons,
      reasonNote: cleanText(fields.reasonNote) ?? before.reasonNote,
      differenceNote: cleanText(fields.differenceNote) ?? before.differenceNote,
      results: new Map([...before.results, ...results.value]),
    },
    issues: [...expenditure.issues, ...results.issues],
  };
}

/**
 * The parts of the expenditure that are given, over those stored: one part alone leaves the other as it is, and the stored
 * total again leaves its parts alone. Another total alone is fiscal money, for its parts are unknown.
 */
function overStored(fields: ExpenditureInput, before: ReportContent['expenditure']): ExpenditureInput {
  const { expenditureFen: total = null, fiscalFen: fiscal = null, otherFen: other = null } = fields;
  if (before === null || (fiscal !== null && other !== null)) return fields;
  if (fiscal === null && other === null) return total === before.expenditureFen ? before : fields;
  if (total !== null) return fields;
  return { fiscalFen: fiscal ?? before.fiscalFen, otherFen: other ?? before.otherFen };
}

function checkedExpenditure(fields: ExpenditureInput, path: Path) {
  const completed = completeExpenditure(fields);
  if (completed.ok) return { value: completed.value, issues: [] };
  return { value: null, issues: [{ path: path('expenditureFen'), ...completed.error }] };
}

function checkedResults(
  inputs: readonly IndicatorResultInput[],
  indicators: readonly StoredIndicator[],
  period: Period,
  path: Path,
  stored: ReadonlyMap<string, ResultContent> = new Map(),
): { readonly value: ReadonlyMap<string, ResultContent>; readonly issues: readonly FieldIssue[] } {
  const byId = new Map(indicators.map((indicator) => [indicator.lineageId, indicator]));
  const value = new Map<string, ResultContent>();
  const issues: FieldIssue[] = [];
  inputs.forEach((input, index) => {
    const at = path(`results.${index}`);
    const indicator = byId.get(input.indicatorId);
    if (indicator === undefined || value.has(input.indicatorId)) {
      const code = indicator === undefined ? 'indicator-unknown' : 'indicator-twice';
      issues.push({ path: `${at}.indicatorId`, code, params: { indicator: indicator?.name ?? input.indicatorId } });
      return;
    }
    const answer = answerOf(input);
    if (!answer.ok) return void issues.push({ path: at, ...named(answer.error, indicator) });
    const problem = answer.value && checkAnswer(indicator, indicator.kind, answer.value, period);
    if (problem !== null) return void issues.push({ path: at, ...named(problem, indicator) });
    value.set(input.indicatorId, resultContent(input, answer.value, stored.get(input.indicatorId)));
  });
  return { value, issues };
}

const named = <P extends { code: string; params?: FieldIssue['params'] }>(problem: P, { name }: StoredIndicator) => ({
  code: problem.code,
  params: { indicator: name, ...problem.params },
});

/** What is given over what is stored; of a report that is stated anew nothing is stored. */
function resultContent(
  input: IndicatorResultInput,
  given: ResultContent['answer'],
  stored: ResultContent = NOTHING_ANSWERED,
): ResultContent {
  const answer = given ?? stored.answer;
  const text = cleanText(input.text) ?? stored.text;
  return {
    answer: answer?.type === 'outcome' ? { ...answer, text } : answer,
    text,
    expected: cleanText(input.expected) ?? stored.expected,
    reasons: input.reasons ?? stored.reasons,
    reasonNote: cleanText(input.reasonNote) ?? stored.reasonNote,
    likelihood: input.likelihood ?? stored.likelihood,
    note: cleanText(input.note) ?? stored.note,
  };
}

const cleanText = (text: string | null | undefined): string | null => text?.trim() || null;

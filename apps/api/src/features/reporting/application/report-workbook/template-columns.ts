import {
  LIKELIHOOD_WORDS,
  OUTCOME_WORDS,
  OUTCOMES,
  reasonsText,
  type IndicatorAnswer,
  type IndicatorKind,
} from '@jixiao/domain';
import { sheetText, TEXT_FORMAT } from '../../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { answerText } from '../report-field-text.js';
import { HINTS, LABELS } from './template-words.js';
import type { WorkbookIndicator, WorkbookProject } from './workbook-project.js';

export type CellContent = string | number | Date | null;

/** A column of a template sheet. */
export interface TemplateColumn<Row> {
  readonly key: keyof typeof LABELS;
  readonly width: number;
  /** `key` columns are hidden, `shown` ones locked, `input` ones filled in by a person. */
  readonly use: 'key' | 'shown' | 'input';
  readonly numFmt?: string;
  readonly value: (row: Row) => CellContent;
}

export interface IndicatorRow {
  readonly project: WorkbookProject;
  readonly indicator: WorkbookIndicator;
}

const FEN_PER_WAN = 1_000_000;
const WAN_FORMAT = '#,##0.00####';
const PERCENT_FORMAT = '0.00';
export const DATE_FORMAT = 'yyyy-mm-dd';

const wan = (fen: number | null | undefined): number | null =>
  fen === null || fen === undefined ? null : fen / FEN_PER_WAN;
const text = (value: string | null): string | null => (value === null ? null : sheetText(value));
const wide = { numFmt: TEXT_FORMAT, width: 28 } as const;

export const spendingColumns = (locale: Locale): readonly TemplateColumn<WorkbookProject>[] => [
  { key: 'projectKey', use: 'key', width: 10, value: ({ projectId }) => projectId },
  { key: 'version', use: 'key', width: 10, value: ({ version }) => version },
  { key: 'code', use: 'shown', width: 24, numFmt: TEXT_FORMAT, value: ({ code }) => text(code) },
  { key: 'name', use: 'shown', width: 34, numFmt: TEXT_FORMAT, value: ({ name }) => text(name) },
  { key: 'unit', use: 'shown', width: 20, numFmt: TEXT_FORMAT, value: ({ unit }) => text(unit) },
  { key: 'budget', use: 'shown', width: 15, numFmt: WAN_FORMAT, value: ({ budgetFen }) => wan(budgetFen) },
  { key: 'planned', use: 'shown', width: 11, numFmt: PERCENT_FORMAT, value: ({ plannedPercent }) => plannedPercent },
  {
    key: 'previousSpending',
    use: 'shown',
    width: 15,
    numFmt: WAN_FORMAT,
    value: ({ previousFen }) => wan(previousFen),
  },
  { key: 'treasury', use: 'shown', width: 15, numFmt: WAN_FORMAT, value: ({ treasuryFen }) => wan(treasuryFen) },
  {
    key: 'expenditure',
    use: 'input',
    width: 15,
    numFmt: WAN_FORMAT,
    value: ({ content }) => wan(content.expenditure?.expenditureFen),
  },
  {
    key: 'fiscal',
    use: 'input',
    width: 15,
    numFmt: WAN_FORMAT,
    value: ({ content }) => wan(content.expenditure?.fiscalFen),
  },
  {
    key: 'other',
    use: 'input',
    width: 15,
    numFmt: WAN_FORMAT,
    value: ({ content }) => wan(content.expenditure?.otherFen),
  },
  {
    key: 'expectedFullYear',
    use: 'input',
    width: 15,
    numFmt: WAN_FORMAT,
    value: ({ content }) => wan(content.expectedFullYearFen),
  },
  { key: 'spendReasons', use: 'input', ...wide, value: ({ content }) => reasonsText(content.reasons, locale) || null },
  { key: 'spendReasonNote', use: 'input', ...wide, value: ({ content }) => text(content.reasonNote) },
  { key: 'differenceNote', use: 'input', ...wide, value: ({ content }) => text(content.differenceNote) },
];

export const indicatorColumns = (month: number, locale: Locale): readonly TemplateColumn<IndicatorRow>[] => [
  { key: 'projectKey', use: 'key', width: 10, value: ({ project }) => project.projectId },
  { key: 'version', use: 'key', width: 10, value: ({ project }) => project.version },
  { key: 'indicatorKey', use: 'key', width: 10, value: ({ indicator }) => indicator.lineageId },
  { key: 'name', use: 'shown', width: 28, numFmt: TEXT_FORMAT, value: ({ project }) => text(project.name) },
  { key: 'level2', use: 'shown', width: 14, numFmt: TEXT_FORMAT, value: ({ indicator }) => text(indicator.level2) },
  { key: 'indicator', use: 'shown', width: 28, numFmt: TEXT_FORMAT, value: ({ indicator }) => text(indicator.name) },
  { key: 'target', use: 'shown', width: 14, numFmt: TEXT_FORMAT, value: ({ indicator }) => text(indicator.rawValue) },
  {
    key: 'hint',
    use: 'shown',
    width: 18,
    numFmt: TEXT_FORMAT,
    value: ({ indicator }) => hintOf(indicator, month, locale),
  },
  {
    key: 'previousResult',
    use: 'shown',
    width: 12,
    value: ({ indicator }) => answerCell(indicator.previous, locale),
  },
  {
    key: 'result',
    use: 'input',
    width: 14,
    value: ({ indicator }) => answerCell(answerOf(indicator), locale),
  },
  { key: 'text', use: 'input', ...wide, value: ({ indicator }) => text(indicator.result.text) },
  { key: 'noData', use: 'input', ...wide, width: 18, value: ({ indicator }) => noDataOf(indicator) },
  { key: 'expected', use: 'input', ...wide, width: 18, value: ({ indicator }) => text(indicator.result.expected) },
  {
    key: 'reasons',
    use: 'input',
    ...wide,
    width: 20,
    value: ({ indicator }) => reasonsText(indicator.result.reasons, locale) || null,
  },
  { key: 'reasonNote', use: 'input', ...wide, value: ({ indicator }) => text(indicator.result.reasonNote) },
  {
    key: 'likelihood',
    use: 'input',
    ...wide,
    width: 14,
    value: ({ indicator: { result } }) => result.likelihood && LIKELIHOOD_WORDS[result.likelihood][locale],
  },
  { key: 'note', use: 'input', ...wide, value: ({ indicator }) => text(indicator.result.note) },
];

/** "No data" has a column of its own, so that the result's cell can be validated. */
function answerOf({ result: { answer } }: WorkbookIndicator): IndicatorAnswer | null {
  return answer?.type === 'noData' ? null : answer;
}

function noDataOf({ result: { answer } }: WorkbookIndicator): string | null {
  return answer?.type === 'noData' ? sheetText(answer.why) : null;
}

function answerCell(answer: IndicatorAnswer | null, locale: Locale): CellContent {
  if (answer === null) return null;
  if (answer.type === 'value') return answer.value;
  if (answer.type === 'doneOn') return new Date(`${answer.doneOn}T00:00:00.000Z`);
  return sheetText(answerText(answer, locale));
}

/** How the result of an indicator is filled in. */
export type Entry = 'number' | 'outcome' | 'date' | 'none';

export function entryOf(kind: IndicatorKind): Entry {
  if (kind === 'executionRate') return 'none';
  if (kind === 'qualitative') return 'outcome';
  return kind === 'date' ? 'date' : 'number';
}

export const outcomeChoices = (locale: Locale): readonly string[] =>
  OUTCOMES.map((code) => OUTCOME_WORDS[code][locale]);

function hintOf({ kind, unit, assessedFrom }: WorkbookIndicator, month: number, locale: Locale): string {
  const notDue = assessedFrom > month ? HINTS.notDue[locale] : '';
  if (kind === 'executionRate' || kind === 'qualitative' || kind === 'date') return HINTS[kind][locale] + notDue;
  if (unit === '%') return HINTS.percent[locale] + notDue;
  return HINTS.number[locale] + (unit ? `（${sheetText(unit)}）` : '') + notDue;
}

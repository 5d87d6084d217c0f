import type { IndicatorAnswer, Likelihood, Reason, ReportedExpenditure as ExpenditureFigures } from '@jixiao/domain';
import type { IndicatorResult } from '../persistence/indicator-result.entity.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';
import type { ReportedExpenditure } from '../persistence/reported-expenditure.entity.js';

/** What is reported of one indicator. `answer` null is blank, which is not zero (R28). */
export interface ResultContent {
  readonly answer: IndicatorAnswer | null;
  readonly text: string | null;
  readonly expected: string | null;
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
  readonly likelihood: Likelihood | null;
  readonly note: string | null;
}

/** What is reported of a project in a round; results by the lineage of their indicator. */
export interface ReportContent {
  readonly expenditure: ExpenditureFigures | null;
  readonly expectedFullYearFen: number | null;
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
  /** Why the unit's own expenditure differs from the treasury's; null where nothing is explained. */
  readonly differenceNote: string | null;
  readonly results: ReadonlyMap<string, ResultContent>;
}

/** What of a result its indicator is judged by. */
export type Answered = Pick<ResultContent, 'answer'>;

/** What of a report its project is judged by. */
export interface Reported extends Pick<ReportContent, 'expenditure'> {
  readonly results: ReadonlyMap<string, Answered>;
}

/** A stored report with its current expenditure and results. */
export interface StoredReport {
  readonly row: ProjectReport;
  readonly currentExpenditure: ReportedExpenditure | null;
  readonly content: ReportContent;
}

export const NOTHING_ANSWERED: ResultContent = {
  answer: null,
  text: null,
  expected: null,
  reasons: [],
  reasonNote: null,
  likelihood: null,
  note: null,
};

export const NOTHING_REPORTED: ReportContent = {
  expenditure: null,
  expectedFullYearFen: null,
  reasons: [],
  reasonNote: null,
  differenceNote: null,
  results: new Map(),
};

export const storedReport = (
  row: ProjectReport,
  currentExpenditure: ReportedExpenditure | null,
  results: readonly IndicatorResult[],
): StoredReport => ({
  row,
  currentExpenditure,
  content: {
    expenditure: currentExpenditure && {
      expenditureFen: currentExpenditure.expenditureFen,
      fiscalFen: currentExpenditure.fiscalFen,
      otherFen: currentExpenditure.otherFen,
    },
    expectedFullYearFen: row.expectedFullYearFen,
    reasons: row.reasons,
    reasonNote: row.reasonNote,
    differenceNote: row.differenceNote,
    results: new Map(results.map((result) => [result.lineageId, resultContent(result)])),
  },
});

const resultContent = (row: IndicatorResult): ResultContent => ({
  answer: answerOf(row),
  text: row.text,
  expected: row.expected,
  reasons: row.reasons,
  reasonNote: row.reasonNote,
  likelihood: row.likelihood,
  note: row.note,
});

/** The columns that an answer is in, and a text that belongs to an outcome. */
export type AnswerColumns = Pick<IndicatorResult, 'answerType' | 'value' | 'outcome' | 'text' | 'doneOn' | 'noData'>;

export function answerOf({ answerType, value, outcome, text, doneOn, noData }: AnswerColumns): IndicatorAnswer | null {
  switch (answerType) {
    case 'value':
      return value === null ? null : { type: 'value', value };
    case 'outcome':
      return outcome === null ? null : { type: 'outcome', outcome, text };
    case 'doneOn':
      return doneOn === null ? null : { type: 'doneOn', doneOn };
    case 'notDone':
      return { type: 'notDone' };
    case 'noData':
      return { type: 'noData', why: noData ?? '' };
    case null:
      return null;
  }
}

/** The columns of an answer; all but those of its type are null. */
export const answerColumns = (answer: IndicatorAnswer | null) => ({
  answerType: answer?.type ?? null,
  value: answer?.type === 'value' ? answer.value : null,
  outcome: answer?.type === 'outcome' ? answer.outcome : null,
  doneOn: answer?.type === 'doneOn' ? answer.doneOn : null,
  noData: answer?.type === 'noData' ? answer.why : null,
});

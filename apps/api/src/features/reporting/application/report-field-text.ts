import {
  LIKELIHOOD_WORDS,
  NO_DATA_WORD,
  NOT_DONE_WORD,
  OUTCOME_WORDS,
  reasonsText,
  wanFromFen,
  type IndicatorAnswer,
  type Likelihood,
  type Reason,
} from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { FieldValue, ReportDifference, ReportField } from './report-differences.js';

const AMOUNTS: ReadonlySet<ReportField> = new Set(['expenditure', 'fiscal', 'other', 'expectedFullYear']);
const AMOUNT_UNIT: Readonly<Record<Locale, string>> = { zh: '万元', en: '(10k CNY)' };

/** A field of a report for a person; null where it is blank, which is not zero (R28). Amounts in 万元. */
export function fieldText(field: ReportDifference['field'], value: FieldValue, locale: Locale): string | null {
  if (value === null) return null;
  if (typeof value === 'number')
    return AMOUNTS.has(field) ? `${wanFromFen(value)} ${AMOUNT_UNIT[locale]}` : String(value);
  if (typeof value === 'string') return field === 'likelihood' ? LIKELIHOOD_WORDS[value as Likelihood][locale] : value;
  if ('type' in value) return answerText(value, locale);
  return value.length === 0 ? null : reasonsText(value as readonly Reason[], locale);
}

/** An answer as a report file holds it, so that it can be read again. */
export function answerText(answer: IndicatorAnswer, locale: Locale): string {
  switch (answer.type) {
    case 'value':
      return String(answer.value);
    case 'outcome':
      return OUTCOME_WORDS[answer.outcome][locale];
    case 'doneOn':
      return answer.doneOn;
    case 'notDone':
      return NOT_DONE_WORD[locale];
    case 'noData':
      return NO_DATA_WORD[locale] + answer.why;
  }
}

import { LIKELIHOOD_WORDS, LIKELIHOODS, MAX_RESULT, NOT_DONE_WORD, REASON_WORDS, REASONS } from '@jixiao/domain';
import type { DataValidation } from 'exceljs';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { outcomeChoices, type Entry } from './template-columns.js';
import { REFUSALS } from './template-words.js';

/** Largest amount that a cell takes, in 万元: what the program stores. */
const MOST_WAN = 9_000_000_000;

const strict = (rule: keyof typeof REFUSALS, locale: Locale) => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: REFUSALS.title[locale],
  error: REFUSALS[rule][locale],
});

const list = (words: readonly string[]): Pick<DataValidation, 'type' | 'formulae'> => ({
  type: 'list',
  formulae: [`"${words.join(',')}"`],
});

export const amountRule = (locale: Locale): DataValidation => ({
  type: 'decimal',
  operator: 'between',
  formulae: [0, MOST_WAN],
  ...strict('amount', locale),
});

export const likelihoodRule = (locale: Locale): DataValidation => ({
  ...list(LIKELIHOODS.map((code) => LIKELIHOOD_WORDS[code][locale])),
  ...strict('likelihood', locale),
});

/** Offers the reasons and takes several of them, too. */
export const reasonsRule = (locale: Locale): DataValidation => ({
  ...list(REASONS.map((code) => REASON_WORDS[code][locale])),
  allowBlank: true,
  showErrorMessage: false,
  showInputMessage: true,
  prompt: REFUSALS.reasons[locale],
});

/**
 * What the result's cell takes, by how the indicator is answered (R20, R21).
 * @param cell address of the first cell of the range, to which the rule is relative
 * @param lastDay ISO day on which the round ends
 */
export function resultRule(
  entry: Exclude<Entry, 'none'>,
  cell: string,
  lastDay: string,
  locale: Locale,
): DataValidation {
  switch (entry) {
    case 'number':
      return { type: 'decimal', operator: 'between', formulae: [-MAX_RESULT, MAX_RESULT], ...strict('number', locale) };
    case 'outcome':
      return { ...list(outcomeChoices(locale)), ...strict('outcome', locale) };
    case 'date': {
      const [year, month, day] = lastDay.split('-').map(Number);
      const done = `AND(ISNUMBER(${cell}),${cell}<=DATE(${year},${month},${day}))`;
      const formula = `OR(${done},${cell}="${NOT_DONE_WORD[locale]}")`;
      return { type: 'custom', formulae: [formula], ...strict('date', locale) };
    }
  }
}

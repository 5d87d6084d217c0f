import type { ExplainLocale } from '../monitoring/wording.js';
import { LIKELIHOODS, OUTCOMES, REASONS, type Likelihood, type Outcome, type Reason } from './report-types.js';

/** A word in both languages, as a report file or a copied cell may hold it and as the template and the sheet offer it. */
type Words<T extends string> = Readonly<Record<T, Readonly<Record<ExplainLocale, string>>>>;

export const REASON_WORDS: Words<Reason> = {
  funding: { zh: '经费保障', en: 'funding' },
  institution: { zh: '制度保障', en: 'institution' },
  staff: { zh: '人员保障', en: 'staff' },
  hardware: { zh: '硬件条件保障', en: 'hardware' },
  other: { zh: '其他', en: 'other' },
};
export const LIKELIHOOD_WORDS: Words<Likelihood> = {
  certain: { zh: '确定能', en: 'certain' },
  possible: { zh: '有可能', en: 'possible' },
  impossible: { zh: '完全不可能', en: 'impossible' },
};
export const OUTCOME_WORDS: Words<Outcome> = {
  met: { zh: '达成', en: 'met' },
  partly: { zh: '部分达成', en: 'partly' },
  unmet: { zh: '未达成', en: 'unmet' },
};
/** "Not done yet", the answer to a date that is not blank (R21). */
export const NOT_DONE_WORD: Readonly<Record<ExplainLocale, string>> = { zh: '未完成', en: 'not done' };
/** "No data", before its reason (R28). */
export const NO_DATA_WORD: Readonly<Record<ExplainLocale, string>> = { zh: '无数据：', en: 'no data: ' };
/** Between several reasons in one cell. */
export const REASON_SEPARATOR = '、';

const index = <T extends string>(codes: readonly T[], words: Words<T>): ReadonlyMap<string, T> =>
  new Map(codes.flatMap((code) => Object.values(words[code]).map((word) => [word, code] as const)));

export const REASON_OF = index(REASONS, REASON_WORDS);
export const LIKELIHOOD_OF = index(LIKELIHOODS, LIKELIHOOD_WORDS);
export const OUTCOME_OF = new Map([
  ...index(OUTCOMES, OUTCOME_WORDS),
  ...OUTCOMES.map((code) => [`${OUTCOME_WORDS[code].zh}预期指标`, code] as const),
]);

export const reasonsText = (reasons: readonly Reason[], locale: ExplainLocale): string =>
  reasons.map((reason) => REASON_WORDS[reason][locale]).join(REASON_SEPARATOR);

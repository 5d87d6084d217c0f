import type { ExplainLocale } from '@jixiao/domain';
import { answerForm, emptyIndicator, readAnswer, type Answer, type FormTarget, type Read } from './report-form.js';
import { answerText, choicesOf, putAnswer } from './sheet/cells.js';

/** What must be known of an indicator to read its answer from one field of text. */
export type AnswerTarget = FormTarget;
/** An answer as the API gives and takes it. */
export type OneAnswer = Answer;

const LONGEST = 2000;

/** An answer as it stands in a field: a figure, a day, or words. */
export const answerInWords = (answer: OneAnswer, target: AnswerTarget, locale: ExplainLocale): string =>
  answerText({ ...emptyIndicator(), ...answerForm(answer) }, target, locale);

/** Words that the field offers: outcomes, "not done", "no data: ". */
export const answerChoices = (target: AnswerTarget, locale: ExplainLocale): readonly string[] =>
  choicesOf({ kind: 'indicator', column: 'value', target }, locale);

/**
 * Reads a field as the sheet reads its cells, in words of either language.
 * @param lastDay of the round: what was done later is refused (R21)
 */
export function readAnswerText(text: string, target: AnswerTarget, lastDay: string): Read<OneAnswer> {
  const entry = emptyIndicator();
  if (text.length > LONGEST) return { ok: false, fault: 'text-too-long' };
  if (text.trim() !== '') {
    const fault = putAnswer(entry, target, text);
    if (fault) return { ok: false, fault };
  }
  return readAnswer(entry, target, lastDay);
}

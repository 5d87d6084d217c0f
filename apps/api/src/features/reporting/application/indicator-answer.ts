import { err, ok, type IndicatorAnswer, type Outcome, type Result } from '@jixiao/domain';

/** The fields of which at most one is the answer; `text` belongs to `outcome`. */
export interface AnswerFields {
  readonly value?: number | null;
  readonly outcome?: Outcome | null;
  readonly text?: string | null;
  readonly doneOn?: string | null;
  readonly notDone?: boolean | null;
  readonly noData?: string | null;
}

/**
 * Reads the one answer of an indicator. No field at all is blank: null, never zero (R28).
 * @returns `answer-ambiguous` where more than one is given, `no-data-reason-missing` for "no data" without its reason.
 */
export function answerOf(fields: AnswerFields): Result<IndicatorAnswer | null> {
  const answers = givenAnswers(fields);
  if (answers.length > 1) return err({ code: 'answer-ambiguous' });
  const [answer] = answers;
  if (answer === undefined) return ok(null);
  if (answer.type === 'noData' && answer.why === '') return err({ code: 'no-data-reason-missing' });
  return ok(answer);
}

function givenAnswers(fields: AnswerFields): readonly IndicatorAnswer[] {
  const { value, outcome, text, doneOn, notDone, noData } = fields;
  const answers: IndicatorAnswer[] = [];
  if (value !== null && value !== undefined) answers.push({ type: 'value', value });
  if (outcome) answers.push({ type: 'outcome', outcome, text: text?.trim() || null });
  if (doneOn) answers.push({ type: 'doneOn', doneOn });
  if (notDone === true) answers.push({ type: 'notDone' });
  if (noData !== null && noData !== undefined) answers.push({ type: 'noData', why: noData.trim() });
  return answers;
}

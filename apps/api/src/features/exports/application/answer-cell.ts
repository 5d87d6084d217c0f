import { NO_DATA_WORD, NOT_DONE_WORD, OUTCOME_WORDS, type IndicatorAnswer } from '@jixiao/domain';

/** An answer as a form prints it and `readResultCell` reads it. */
export function answerCell(answer: IndicatorAnswer, unit: string | null): string {
  switch (answer.type) {
    case 'value':
      return `${answer.value}${unit ?? ''}`;
    case 'outcome':
      return OUTCOME_WORDS[answer.outcome].zh;
    case 'doneOn':
      return answer.doneOn;
    case 'notDone':
      return NOT_DONE_WORD.zh;
    case 'noData':
      return `${NO_DATA_WORD.zh}${answer.why}`;
  }
}

/** How answers and figures are read, without any component: other slices' own helpers can be tested with it. */
export { parseFigure } from './figure-text.js';
export { answerChoices, answerInWords, readAnswerText, type AnswerTarget, type OneAnswer } from './one-answer.js';

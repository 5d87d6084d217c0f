import { type Fen, wanFromFen } from '../kernel/money.js';

/**
 * The amount that a form which came back means: the one that it was printed from where both print alike, for a form shows
 * 万元 with 2 places and has lost what is less than 100元; else the one that was read.
 */
export const amountMeant = (printedFrom: Fen | null, read: Fen | null): Fen | null =>
  printedFrom !== null && read !== null && wanFromFen(printedFrom) === wanFromFen(read) ? printedFrom : read;

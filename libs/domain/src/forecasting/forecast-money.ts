import { roundHalfAway, type Fraction } from '../kernel/exact.js';
import { MAX_FEN, type Fen } from '../kernel/money.js';

const clamp = (fen: number): Fen => Math.max(-MAX_FEN, Math.min(MAX_FEN, fen));

/** An exact amount in whole 分, half away from zero; what no amount can be (a pace from next to nothing) ends at ±MAX_FEN. */
export const fenOf = (amount: Fraction): Fen => clamp(roundHalfAway(amount, 0));

/** The same of a statistic, which is a floating-point number. */
export function fenOfEstimate(amount: number): Fen {
  const fen = Math.round(Math.abs(amount));
  return clamp(amount < 0 && fen > 0 ? -fen : fen);
}

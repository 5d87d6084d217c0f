import { exact, roundHalfAway, type Fraction } from '../kernel/exact.js';

/** An exact rational: everything is compared as one, and rounded only to be shown. */
export type Exact = Fraction;

export const ZERO: Exact = exact(0);
export const HUNDRED: Exact = exact(100);

/** `part` as a percentage of `whole`; null where there is nothing to divide by. */
export function percentOf(part: Exact, whole: Exact): Exact | null {
  return whole.equals(ZERO) ? null : part.div(whole).mul(HUNDRED);
}

/** A figure for display: 2 places, half away from zero. Null where there is none, or none that a number can hold. */
export function shown(figure: Exact | null): number | null {
  if (figure === null) return null;
  const rounded = roundHalfAway(figure, 2);
  return Number.isFinite(rounded) ? rounded : null;
}

/** A figure as given by a person: exact, or null where it is blank or not a number. Blank is never zero (R28). */
export function given(figure: number | null | undefined): Exact | null {
  return figure === null || figure === undefined || !Number.isFinite(figure) ? null : exact(figure);
}

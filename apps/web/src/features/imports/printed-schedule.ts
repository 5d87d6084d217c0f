import { readNumber } from './corrections.js';

/** The percentages of a schedule as its source cell prints them (`25%/25%/25%/25%`); null where one of them is none. */
export function printedPercents(text: string | undefined): readonly number[] | null {
  const parts = text?.split('/').map((part) => readNumber(part.replace(/[%％]|百分比/g, ''))) ?? [];
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

/** Shares of each phase as running totals. */
export const toCumulative = (percents: readonly number[]): number[] =>
  percents.map((_, at) => percents.slice(0, at + 1).reduce((sum, percent) => sum + percent, 0));

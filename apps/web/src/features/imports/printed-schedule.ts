import { readNumber } from './corrections.js';

/** The percentages of a schedule as its source cell prints them (`25%/25%/25%/25%`); null where one of them is none. */
export function printedPercents(text: string | undefined): readonly number[] | null {
  const parts = text?.split('/').map((part) => readNumber(part.replace(/[%％]|百分比/g, ''))) ?? [];
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

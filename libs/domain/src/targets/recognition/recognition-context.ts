import type { Cell } from './document-types.js';

/** A text with its place. */
export type Located = Cell;

/** A table row as readers give it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly at: string;
}

/** A cell's text on one line: names and codes split over lines are one word in Chinese, two in Latin script. */
export function joinedLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/([\x21-\x7e]?)\s*\n\s*([\x21-\x7e]?)/g, (_, left: string, right: string) =>
    left !== '' && right !== '' ? `${left} ${right}` : left + right,
  );
}

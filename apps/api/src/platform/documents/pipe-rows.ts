import { MOST_COLUMNS } from './reading-limits.js';

/** A separator that is not escaped: `\|` is a pipe inside a cell. */
const SEPARATOR = /(?<!\\)\|/;
const RULER_CELL = /^\s*:?-{1,}:?\s*$/;
/** Pages that put separators around a row put them around nearly all rows. */
const USUALLY = 0.6;

/** How a text separates cells by pipes: whether its rows begin, and end, with one as well. */
export interface PipeStyle {
  readonly leading: boolean;
  readonly trailing: boolean;
}

/** True for a line that separates cells by pipes. */
export const hasPipe = (line: string): boolean => SEPARATOR.test(line);

/** What the lines with pipes have in common. */
export function pipeStyle(lines: readonly string[]): PipeStyle {
  const share = (form: RegExp): boolean => lines.filter((line) => form.test(line)).length >= lines.length * USUALLY;
  return { leading: share(/^\s*\|/), trailing: share(/(?<!\\)\|\s*$/) };
}

/**
 * The cells of a line, of one that is wider than any table one more than allowed; null for the ruler that markdown draws
 * below a header (`|---|:--:|`).
 */
export function pipeCells(line: string, { leading, trailing }: PipeStyle): string[] | null {
  let row = line.trim();
  if (leading) row = row.replace(/^\|/, '');
  if (trailing) row = row.replace(/(?<!\\)\|$/, '');
  const cells = row.split(SEPARATOR, MOST_COLUMNS + 1);
  if (cells.every((cell) => RULER_CELL.test(cell))) return null;
  return cells.map((cell) => cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n'));
}

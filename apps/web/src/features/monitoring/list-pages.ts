/** Rows that are asked for at a time: two to four screens. */
export const PAGE_SIZE = 50;

/** The pages on which rows from `first` to `last` stand, counted from 1. */
export function pagesOf(first: number, last: number, total: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const to = Math.floor(Math.max(0, Math.min(last, total - 1)) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, place) => from + place + 1);
}

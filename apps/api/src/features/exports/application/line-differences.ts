import type { ReportLine } from '@jixiao/domain';
import { diffArrays } from 'diff';

/** A line that reads otherwise in two papers; null where one of them has none in its place. */
export interface LineDifference {
  readonly section: string | null;
  readonly said: string | null;
  readonly stands: string | null;
}

/** With more lines taken out and put in than this it is another paper; then its lines are paired off in order. */
const MOST_EDITS = 2_000;

/**
 * Where a paper says something else than it was given out with. White space says nothing: lines are broken anew wherever a
 * document is saved.
 */
export function lineDifferences(said: readonly ReportLine[], stands: readonly string[]): readonly LineDifference[] {
  const before = said.filter(({ text }) => bare(text) !== '');
  const after = stands.filter((text) => bare(text) !== '');
  const differences: LineDifference[][] = [];
  let [from, to] = [0, 0];
  let [old, present] = [0, 0];
  for (const { count, removed, added } of [...runs(before, after), END]) {
    if (removed) old += count;
    else if (added) present += count;
    else {
      // What was put in belongs to the section that it follows in.
      const section = before[from - 1]?.section ?? null;
      differences.push(paired(before.slice(from, old), after.slice(to, present), section));
      [from, to] = [old + count, present + count];
      [old, present] = [from, to];
    }
  }
  return differences.flat();
}

interface Run {
  readonly count: number;
  readonly removed: boolean;
  readonly added: boolean;
}

const END: Run = { count: 0, removed: false, added: false };

/** Lines that both have, that only the first has, and that only the second has, as they follow each other. */
function runs(before: readonly ReportLine[], after: readonly string[]): readonly Run[] {
  const [old, present] = [before.map(({ text }) => bare(text)), after.map(bare)];
  const whole = [
    { count: old.length, removed: true, added: false },
    { count: present.length, removed: false, added: true },
  ];
  return diffArrays(old, present, { maxEditLength: MOST_EDITS }) ?? whole;
}

const paired = (said: readonly ReportLine[], stands: readonly string[], section: string | null): LineDifference[] =>
  Array.from({ length: Math.max(said.length, stands.length) }, (_, place) => ({
    section: said[place] === undefined ? section : said[place].section,
    said: said[place]?.text ?? null,
    stands: stands[place] ?? null,
  }));

const bare = (text: string): string => text.replace(/\s/g, '');

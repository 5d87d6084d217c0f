import type { Light } from '@jixiao/domain';
import type { PaperCheck, PaperFinding } from '../../shared/api/schema.gen.js';
import type { Verdict } from './papers.api.js';

/** The shape and colour of a verdict, as lights have them; the word is its own. */
export const MARK_OF: Readonly<Record<Verdict, Light>> = {
  exact: 'green',
  sameContent: 'green',
  changed: 'red',
  notComparable: 'yellow',
  unknownCode: 'red',
  unknown: 'grey',
  outside: 'blue',
};

/** In the order in which somebody who checks wants to know of them. */
export const VERDICTS = [
  'changed',
  'unknownCode',
  'notComparable',
  'unknown',
  'outside',
  'sameContent',
  'exact',
] as const satisfies readonly Verdict[];

/** Of an archive: how many documents came to what, what there is none of left out. */
export const countsOf = ({ counts }: PaperCheck): readonly { readonly verdict: Verdict; readonly n: number }[] =>
  VERDICTS.flatMap((verdict) => {
    const n = counts[verdict] ?? 0;
    return n > 0 ? [{ verdict, n }] : [];
  });

/** Findings that are opened from the beginning: a single one, and of several those that somebody has to look at. */
export const isOpenAtFirst = ({ verdict }: PaperFinding, all: number): boolean =>
  all === 1 || verdict === 'changed' || verdict === 'unknownCode';

import { expect, it } from '@jest/globals';
import type { PaperCheck, PaperFinding } from '../../shared/api/schema.gen.js';
import { countsOf, isOpenAtFirst } from './paper-verdict.js';

it('names first what is not as it was given out, and nothing that there is none of', () => {
  const counts = { exact: 7, changed: 1, unknown: 0 } as PaperCheck['counts'];
  expect(countsOf({ counts } as PaperCheck)).toEqual([
    { verdict: 'changed', n: 1 },
    { verdict: 'exact', n: 7 },
  ]);
});

it('opens a single finding, and of several those to look at', () => {
  const finding = (verdict: PaperFinding['verdict']) => ({ verdict }) as PaperFinding;
  expect(isOpenAtFirst(finding('exact'), 1)).toBe(true);
  expect(isOpenAtFirst(finding('exact'), 3)).toBe(false);
  expect(isOpenAtFirst(finding('changed'), 3)).toBe(true);
});

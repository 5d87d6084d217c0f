import { describe, expect, it } from '@jest/globals';
import type { ReportPaper } from '../../shared/api/schema.gen.js';
import { standingOf } from './report-standing.js';

const paper = (version: number, now: Partial<ReportPaper['now']>): ReportPaper =>
  ({
    version,
    now: { state: 'draft', version, sealedVersion: null, superseded: true, ...now },
  }) as ReportPaper;

describe('What became of a report since it was given out', () => {
  it.each([
    [paper(1, { superseded: false }), [['newest', 1]]],
    [paper(1, { sealedVersion: 1, state: 'sealed' }), [['nowSealed', 1]]],
    [
      paper(1, { version: 3 }),
      [
        ['newer', 3],
        ['noneSealed', 0],
      ],
    ],
    [
      paper(2, { version: 3, sealedVersion: 2 }),
      [
        ['newer', 3],
        ['sealedNow', 2],
      ],
    ],
  ])('%#', (report, said) => {
    expect(standingOf(report).map((one) => [one.said, one.n])).toEqual(said);
  });
});

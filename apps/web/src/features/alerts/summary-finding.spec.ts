import { describe, expect, it } from '@jest/globals';
import type { AlertSummary } from '../../shared/api/schema.gen.js';
import { summaryFinding } from './summary-finding.js';

const t = (key: string, { n = '' }: Record<string, unknown> = {}) =>
  `${key.replace('alert.finding.', '')}${String(n)} `;
const summary: AlertSummary = {
  total: 20,
  states: { open: 5, answered: 2, rectifying: 1, closed: 12 },
  severities: { red: 3, yellow: 5 },
  kinds: [],
  overdue: 0,
  suspensionsProposed: 0,
  onSiteDue: 0,
  waitingForMe: 0,
};

describe('what needs an answer, in a sentence', () => {
  it('says how many are not closed and not answered, and of the rest only what there is', () => {
    expect(summaryFinding(summary, '', t)).toBe('active8 between open5 end ');
    expect(summaryFinding({ ...summary, overdue: 4, onSiteDue: 1 }, '', t)).toContain('overdue4 between onSite1');
  });

  it('says that there is nothing, unless a check on site is still due', () => {
    const done = { ...summary, states: { open: 0, answered: 0, rectifying: 0, closed: 20 } };
    expect(summaryFinding(done, '', t)).toBe('none ');
    expect(summaryFinding({ ...done, onSiteDue: 2 }, '', t)).toContain('onSite2');
  });
});

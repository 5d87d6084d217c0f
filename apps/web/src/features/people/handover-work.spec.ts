import { describe, expect, it } from '@jest/globals';
import { countsUnderWay, handedOver } from './handover-work.js';

const round = { year: 2026, month: 6, notBegun: 0, draft: 2, returned: 1, submitted: 0, unitApproved: 0 };
const reopening = {
  projectId: 'p',
  projectName: '甲',
  indicatorName: null,
  year: 2026,
  month: 3,
  expiresOn: '2026-07-31',
};
const place = (organisationId: string, work: object = {}) => ({
  organisationId,
  organisationName: organisationId,
  rounds: [round],
  reopenings: [],
  ...work,
});

describe('Work that is handed over', () => {
  it('is that of the chosen organisations, as far as anything is under way there', () => {
    const idle = place('idle', { rounds: [] });
    const corrected = place('corrected', { rounds: [], reopenings: [reopening] });
    const chosen = handedOver([place('court'), place('kept'), idle, corrected], ['court', 'idle', 'corrected']);
    expect(chosen.map(({ organisationId }) => organisationId)).toEqual(['court', 'corrected']);
  });

  it('is counted by the states that there are', () => {
    expect(countsUnderWay(round)).toEqual([
      ['draft', 2],
      ['returned', 1],
    ]);
    expect(countsUnderWay({ ...round, notBegun: 3, unitApproved: 1 }).map(([state]) => state)).toEqual([
      'none',
      'draft',
      'returned',
      'unitApproved',
    ]);
  });
});

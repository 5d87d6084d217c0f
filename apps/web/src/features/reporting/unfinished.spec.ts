import type { ReportState } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { unfinished } from './unfinished.js';

const row = (organisationName: string, reportStatus: ReportState | null, reason = 'worse-of-two') => ({
  organisationName,
  reportStatus,
  reason,
});

describe('what a lock would leave unfinished', () => {
  it('is counted by state and by unit, the units with the most first', () => {
    const rows = [
      row('法院', 'draft'),
      row('公安局', null),
      row('公安局', 'draft'),
      row('公安局', 'unitApproved'),
      row('司法局', 'accepted'),
    ];
    expect(unfinished(rows)).toEqual({
      count: 4,
      total: 5,
      states: [
        { state: 'none', count: 1 },
        { state: 'draft', count: 2 },
        { state: 'unitApproved', count: 1 },
      ],
      units: [
        { name: '公安局', count: 3 },
        { name: '法院', count: 1 },
      ],
    });
  });

  it('leaves out projects exempt from monitoring', () => {
    expect(unfinished([row('法院', null, 'exempt'), row('法院', 'locked')])).toEqual({
      count: 0,
      total: 1,
      states: [],
      units: [],
    });
  });
});

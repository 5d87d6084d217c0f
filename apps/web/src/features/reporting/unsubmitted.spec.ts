import type { ReportState } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { unsubmitted } from './unsubmitted.js';

const row = (organisationName: string, reportStatus: ReportState | null, reason = 'worse-of-two') => ({
  organisationName,
  reportStatus,
  reason,
});

describe('what a lock would leave unsubmitted', () => {
  it('counts drafts and reports not begun, by unit, the most first', () => {
    const rows = [
      row('法院', 'draft'),
      row('公安局', null),
      row('公安局', 'draft'),
      row('司法局', 'submitted'),
      row('司法局', 'accepted'),
    ];
    expect(unsubmitted(rows)).toEqual({
      count: 3,
      total: 5,
      units: [
        { name: '公安局', count: 2 },
        { name: '法院', count: 1 },
      ],
    });
  });

  it('leaves out projects exempt from monitoring', () => {
    expect(unsubmitted([row('法院', null, 'exempt'), row('法院', 'locked')])).toEqual({
      count: 0,
      total: 1,
      units: [],
    });
  });
});

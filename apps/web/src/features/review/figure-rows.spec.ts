import { describe, expect, it } from '@jest/globals';
import type { ProjectLights, Report } from '../../shared/api/schema.gen.js';
import { figureRows } from './figure-rows.js';

const lights = { goals: { indicators: [{ id: 'rate' }, { id: 'count' }, { id: 'words' }] } } as ProjectLights;
const report = {
  results: [
    { indicatorId: 'count', value: 0.3, reasons: ['staff'], reasonNote: '缺编' },
    { indicatorId: 'words', value: null, outcome: 'met', reasons: [] },
  ],
  previous: { results: [{ indicatorId: 'count', value: 0.1 }] },
} as unknown as Report;

describe('the indicators of a report beside the last round', () => {
  const rows = figureRows(report, lights);

  it('come in the order of the target, with an exact difference where both are figures', () => {
    expect(rows.map(({ light, previous, difference }) => [light.id, previous, difference])).toEqual([
      ['rate', null, null],
      ['count', 0.1, 0.2],
      ['words', null, null],
    ]);
  });

  it('say what the unit says of them', () => {
    expect(rows[0]?.said).toBeNull();
    expect(rows[1]?.said).toMatchObject({ reasons: ['staff'], reasonNote: '缺编' });
  });
});

import { NO_TREASURY_FIGURES, type GivenFigures } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import type { DeliveryRow } from './delivery-types.js';
import { planProject } from './plan-project.js';

const PROJECT = { id: 'p', code: 'c', name: '项目' };
const row = (month: number, given: GivenFigures): DeliveryRow => ({ at: `rows.${month}`, code: 'c', month, given });
const stored = (month: number, given: GivenFigures) => ({
  id: `f${month}`,
  month,
  revision: 1,
  figures: { ...NO_TREASURY_FIGURES, ...given },
});
const CUMULATIVE = { basis: 'cumulative', coverage: null } as const;

describe('what a delivery does to a project', () => {
  it('is nothing where the same comes again', () => {
    const plan = planProject(PROJECT, [row(6, { expenditureFen: 5 })], [stored(6, { expenditureFen: 5 })], CUMULATIVE);
    expect(plan).toMatchObject({ writes: [], rows: [{ outcome: 'unchanged' }] });
  });

  it('takes a figure back by null', () => {
    const plan = planProject(PROJECT, [row(6, { releasedFen: null })], [stored(6, { releasedFen: 5 })], CUMULATIVE);
    expect(plan).toMatchObject({
      writes: [{ month: 6, figures: NO_TREASURY_FIGURES }],
      rows: [{ outcome: 'changed' }],
    });
  });

  it('compares a row with the months beside it as they will stand', () => {
    const rows = [row(5, { expenditureFen: 50 }), row(6, { expenditureFen: 40 })];
    const plan = planProject(PROJECT, rows, [stored(3, { expenditureFen: 45 })], CUMULATIVE);
    expect(plan.rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['expenditure-above-later'],
      ['expenditure-below-earlier'],
    ]);
  });

  it('sums nothing where one row of the project is at fault', () => {
    const rows = [row(1, { expenditureFen: 5 }), row(2, {}), row(3, { expenditureFen: 5 })];
    const plan = planProject(PROJECT, rows, [], { basis: 'monthly', coverage: { from: 1, to: 3 } });
    expect(plan.writes).toEqual([]);
    expect(plan.rows.map(({ problem }) => problem?.code)).toEqual([
      'project-rows-refused',
      'figure-missing',
      'project-rows-refused',
    ]);
  });

  it('refuses months whose refunds exceed what was paid', () => {
    const rows = [row(1, { expenditureFen: 5 }), row(2, { expenditureFen: -6 })];
    const plan = planProject(PROJECT, rows, [], { basis: 'monthly', coverage: { from: 1, to: 2 } });
    expect(plan.rows.map(({ problem }) => problem?.code)).toEqual(['figure-negative', 'figure-negative']);
  });
});

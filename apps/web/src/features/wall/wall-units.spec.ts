import { describe, expect, it } from '@jest/globals';
import type { Overview } from '../../shared/api/schema.gen.js';
import { perLight } from '../../shared/per-light.js';
import { progressOf, unitLights } from './wall-units.js';

type Unit = Overview['byUnit'][number];

const unit = (name: string, light: Unit['light'], part: Partial<Unit> = {}): Unit => ({
  organisationId: name,
  name,
  departmentId: null,
  departmentName: null,
  projects: 3,
  budgetFen: 100,
  expenditureFen: 50,
  lagFen: 0,
  notReported: 0,
  awaitingReport: 0,
  light,
  byLight: perLight((each) => (each === light ? 2 : 0)),
  previousByLight: null,
  ...part,
});
const round = (...byUnit: Unit[]): Overview => ({ byUnit }) as unknown as Overview;

describe('units on the wall', () => {
  it('stand with the worst first, and among equals with the most money behind plan', () => {
    const rows = unitLights([
      round(
        unit('甲', 'green'),
        unit('乙', 'red', { lagFen: 5 }),
        unit('丙', 'red', { lagFen: 9 }),
        unit('丁', 'grey'),
      ),
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['丙', '乙', '甲', '丁']);
  });

  it('have a cell per round, empty where a unit had no projects then', () => {
    const rows = unitLights([
      round(unit('甲', 'yellow'), unit('乙', 'grey', { projects: 0 })),
      round(unit('甲', 'red'), unit('乙', 'green')),
    ]);
    expect(rows).toEqual([
      {
        id: '甲',
        name: '甲',
        cells: [
          { light: 'yellow', worst: 2 },
          { light: 'red', worst: 2 },
        ],
      },
      { id: '乙', name: '乙', cells: [null, { light: 'green', worst: 2 }] },
    ]);
  });
});

describe('progress of spending on the wall', () => {
  const overview = (expenditureFen: number, budgetFen: number): Overview =>
    ({ expenditureFen, budgetFen, quadrants: { timePercent: 75, judged: 0, items: [] } }) as unknown as Overview;

  it('is compared with the time gone by (R8)', () => {
    expect(progressOf(overview(60, 100))).toEqual({ rate: 60, gap: -15 });
  });

  it('is none without a budget (R7)', () => {
    expect(progressOf(overview(0, 0))).toBeNull();
  });
});

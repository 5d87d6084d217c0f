import { describe, expect, it } from '@jest/globals';
import type { Light } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';
import { perLight } from '../../shared/per-light.js';
import { progressOf, unitLights, wallPages } from './wall-units.js';

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
  judgedFen: 100,
  onTrackFen: 0,
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

describe('pages of units on the wall', () => {
  const units = Array.from({ length: 50 }, (_, place) => place);

  it('hold two columns each, so that every unit comes by once and in order', () => {
    const pages = wallPages(units, 4);
    expect(pages.map((columns) => columns.map(({ length }) => length))).toEqual([[11, 11], [11, 11], [6]]);
    expect(pages.flat(2)).toEqual(units);
  });

  it('hold one column where the rounds need the width', () => {
    expect(wallPages(units, 5).map((columns) => columns.map(({ length }) => length))).toEqual([
      [11],
      [11],
      [11],
      [11],
      [6],
    ]);
  });

  it('are none without units', () => {
    expect(wallPages([], 4)).toEqual([]);
  });
});

describe('progress of spending on the wall', () => {
  const overview = (expenditureFen: number, budgetFen: number, light: Light = 'yellow') => {
    const byLight = perLight((each) => (each === light ? { projects: 2, budgetFen } : { projects: 0, budgetFen: 0 }));
    const rounds = [{ year: 2023, month: 9, byLight, expenditureFen, plannedFen: budgetFen * 0.7 }];
    return { rounds, year: 2023, month: 9, quadrants: { timePercent: 75, judged: 0, items: [] } };
  };

  it('is compared with the plans first, and with the time gone by (R8)', () => {
    expect(progressOf(overview(60, 100))).toEqual({
      rate: 60,
      against: [
        { by: 'plan', rate: 70, gap: -10 },
        { by: 'time', rate: 75, gap: -15 },
      ],
    });
  });

  it('is none without a budget (R7), and then there is no plan either', () => {
    expect(progressOf(overview(0, 0))).toEqual({ rate: null, against: [{ by: 'time', rate: 75, gap: null }] });
  });

  it('is none where nothing is reported yet (R28)', () => {
    expect(progressOf(overview(0, 100, 'grey'))).toEqual({
      rate: null,
      against: [
        { by: 'plan', rate: 70, gap: null },
        { by: 'time', rate: 75, gap: null },
      ],
    });
  });
});

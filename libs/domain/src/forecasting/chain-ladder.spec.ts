import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { chainLadder } from './chain-ladder.js';

/** Taylor & Ashe (1983), the example of Mack (1993). */
const TAYLOR_ASHE = [
  [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
  [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
  [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
  [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
  [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
  [396132, 1333217, 2180715, 2985752, 3691712],
  [440832, 1288463, 2419861, 3483130],
  [359480, 1421128, 2864498],
  [376686, 1363294],
  [344014],
];

const rounded = (figure: number | null) => (figure === null ? null : Math.round(figure));

describe('R45: chain ladder', () => {
  const result = chainLadder(TAYLOR_ASHE);

  it('Taylor–Ashe: total reserve 18,680,855.61 with a standard error of 2,447,094.86', () => {
    expect(result.totalReserve).toBeCloseTo(18_680_855.61, 2);
    expect(result.totalStandardError).toBeCloseTo(2_447_094.86, 2);
  });

  it('Taylor–Ashe: reserve and standard error per origin as published', () => {
    expect(result.origins.map(({ reserve }) => rounded(reserve))).toEqual([
      0, 94634, 469511, 709638, 984889, 1419459, 2177641, 3920301, 4278972, 4625811,
    ]);
    expect(result.origins.map(({ standardError }) => rounded(standardError))).toEqual([
      0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155,
    ]);
  });

  it('does not depend on the order of the origins', () => {
    const reversed = chainLadder([...TAYLOR_ASHE].reverse());
    expect(reversed.totalStandardError).toBeCloseTo(2_447_094.86, 2);
  });

  it('the variance nobody measured is the least of what the two before it suggest', () => {
    const [beforeLast, last, tail] = result.variances.slice(-3);
    expect(tail).toBe(Math.min((last ?? 0) ** 2 / (beforeLast ?? 1), beforeLast ?? 0, last ?? 0));
  });
});

describe('R45: triangles that tell little', () => {
  it('an empty one has nothing to come', () => {
    const nothing = { factors: [], variances: [], origins: [], totalReserve: 0, totalStandardError: 0 };
    expect(chainLadder([])).toEqual(nothing);
    expect(chainLadder([[]])).toEqual(nothing);
  });

  it('two origins give an ultimate, but no error', () => {
    const { origins, totalReserve, totalStandardError } = chainLadder([[100, 150], [200]]);
    expect(origins[1]).toEqual({ latest: 200, ultimate: 300, reserve: 100, standardError: null });
    expect({ totalReserve, totalStandardError }).toEqual({ totalReserve: 100, totalStandardError: null });
  });

  it('equal developments have no error', () => {
    const { origins, totalStandardError } = chainLadder([[100, 200, 400], [10, 20, 40], [30, 60], [5]]);
    expect(origins[3]).toEqual({ latest: 5, ultimate: 20, reserve: 15, standardError: 0 });
    expect(totalStandardError).toBe(0);
  });

  it('nothing reached yet develops into nothing known', () => {
    const { origins, totalReserve } = chainLadder([[100, 200], [50, 90], [0]]);
    expect(origins[2]).toEqual({ latest: 0, ultimate: null, reserve: null, standardError: null });
    expect(totalReserve).toBeNull();
  });

  it('a step that always begins from zero has no factor; one that stays at zero has the factor 1', () => {
    expect(chainLadder([[0, 50, 100], [0, 40, 90], [7]]).factors[0]).toBeNull();
    const stays = chainLadder([[0, 0, 100], [0, 0, 90], [0, 0, 70], [7]]);
    expect(stays.factors).toEqual([1, null]);
    expect(stays.origins[3]?.ultimate).toBeNull();
  });

  it('leaves out of the variance who had nothing before the step', () => {
    expect(chainLadder([[0, 10], [100, 200], [100, 220], [50]]).variances[0]).toBeGreaterThan(0);
  });

  it('is total: every figure is finite or null', () => {
    const figure = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 1000 }));
    const row = fc.array(figure, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (triangle) => {
        const { factors, variances, origins, totalReserve, totalStandardError } = chainLadder(triangle);
        const figures = [...factors, ...variances, totalReserve, totalStandardError, ...origins.flatMap(Object.values)];
        expect(figures.every((each) => each === null || Number.isFinite(each))).toBe(true);
      }),
    );
  });
});

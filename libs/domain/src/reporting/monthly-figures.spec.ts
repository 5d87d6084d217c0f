import { describe, expect, it } from '@jest/globals';
import { cumulativeFigures } from './monthly-figures.js';
import { NO_TREASURY_FIGURES } from './treasury-figures.js';

const paid = (month: number, expenditureFen: number) => ({ month, amounts: { expenditureFen } });
const spent = (result: ReturnType<typeof cumulativeFigures>) =>
  result.ok ? result.value.map(({ month, figures }) => [month, figures.expenditureFen]) : result.error;

describe('monthly amounts as cumulative figures', () => {
  it('are summed from January; a covered month without a row is zero', () => {
    const result = cumulativeFigures([paid(1, 100), paid(3, 50)], { from: 1, to: 4 }, null);
    expect(spent(result)).toEqual([
      [1, 100],
      [2, 100],
      [3, 150],
      [4, 150],
    ]);
  });

  it('add up the payments of one month, refunds included', () => {
    const rows = [paid(2, 300), paid(2, 40), paid(2, -90)];
    expect(spent(cumulativeFigures(rows, { from: 1, to: 2 }, null))).toEqual([
      [1, 0],
      [2, 250],
    ]);
  });

  it('go on from what is stored for the month before the coverage', () => {
    const before = { ...NO_TREASURY_FIGURES, expenditureFen: 1000 };
    expect(spent(cumulativeFigures([paid(8, 5)], { from: 7, to: 8 }, before))).toEqual([
      [7, 1000],
      [8, 1005],
    ]);
  });

  it('are refused where a later coverage has nothing to go on from, field by field', () => {
    const missing = { code: 'earlier-months-missing', params: { month: 6, from: 7 } };
    expect(spent(cumulativeFigures([paid(7, 5)], { from: 7, to: 7 }, null))).toEqual(missing);
    const onlySpent = { ...NO_TREASURY_FIGURES, expenditureFen: 1000 };
    const released = [{ month: 7, amounts: { expenditureFen: 5, releasedFen: 9 } }];
    expect(spent(cumulativeFigures(released, { from: 7, to: 7 }, onlySpent))).toEqual(missing);
  });

  it('are refused outside the coverage', () => {
    const result = cumulativeFigures([paid(5, 1)], { from: 1, to: 4 }, null);
    expect(spent(result)).toEqual({ code: 'month-outside-coverage', params: { month: 5, from: 1, to: 4 } });
  });

  it('leave alone what no row gives', () => {
    const result = cumulativeFigures([{ month: 1, amounts: { releasedFen: 7 } }], { from: 1, to: 1 }, null);
    expect(result).toEqual({ ok: true, value: [{ month: 1, figures: { releasedFen: 7 } }] });
  });
});

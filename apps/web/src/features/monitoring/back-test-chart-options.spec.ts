import { describe, expect, it } from '@jest/globals';
import { chartPalette } from '../../shared/charts/palette.js';
import type { BackTest } from '../../shared/api/schema.gen.js';
import { backTestOptions } from './back-test-chart-options.js';

const labels = {
  axis: '',
  method: (key: string) => key,
  month: (month: number) => `${month}月`,
  cases: (n: number) => `${n} 个`,
};
const errors = (blend: number, pace: number | null): BackTest['months'][number]['methods'] => [
  { method: 'blend', cases: 4, meanAbsolute: blend, bias: -1, coverage: null },
  ...(pace === null ? [] : [{ method: 'pace' as const, cases: 3, meanAbsolute: pace, bias: 2, coverage: null }]),
];
const test = { cases: 4, best: 'blend' as const, compared: null };
const months: BackTest['months'] = [
  { month: 3, ...test, methods: errors(5, null) },
  { month: 6, ...test, methods: errors(4, 9) },
];
const backTest = { months } as BackTest;

interface Drawn {
  readonly id: string;
  readonly data: readonly (readonly number[])[];
  readonly endLabel: { readonly offset: readonly number[] };
}
const options = backTestOptions(backTest, labels, chartPalette(false));
const series = options.series as unknown as readonly Drawn[];

describe('the chart of a back-test', () => {
  it('draws each method that has cases, at the months that it has them in', () => {
    expect(series.map(({ id, data }) => [id, data])).toEqual([
      [
        'blend',
        [
          [3, 5],
          [6, 4],
        ],
      ],
      ['pace', [[6, 9]]],
    ]);
  });

  it('keeps the names at the ends apart, the greater error above', () => {
    const [blend = 0, pace = 0] = series.map(({ endLabel }) => endLabel.offset[1]);
    expect(pace).toBeLessThan(blend);
  });

  it('tells the errors and cases of a month', () => {
    const { formatter } = options.tooltip as { formatter: (params: unknown) => string };
    expect(formatter([{ axisValue: 6 }])).toBe('<strong>6月</strong><br>blend ±4.00（4 个）<br>pace ±9.00（3 个）');
    expect(formatter([{ axisValue: 5 }])).toBe('');
  });
});

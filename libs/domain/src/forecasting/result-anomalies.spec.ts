import { describe, it, expect } from '@jest/globals';
import { sampleTarget } from '../testing/assessment-samples.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { RESULT_ANOMALY_RULES, resultAnomalies } from './result-anomalies.js';

const COUNT: Partial<IndicatorTarget> = { name: '审理案件数', kind: 'cumulative', number: 1000, unit: '件' };
const anomalies = (target: Partial<IndicatorTarget>, ...figures: [month: number, value: number][]) =>
  resultAnomalies({
    id: 'a',
    target: sampleTarget(target),
    results: figures.map(([month, value]) => ({ month, value })),
  });
const codes = (...given: Parameters<typeof anomalies>) => anomalies(...given).map(({ code }) => code);
const about = { indicatorId: 'a', indicator: '审理案件数', unit: '件' };

describe('implausible results: flat', () => {
  it('the same result in three consecutive rounds, the latest of them', () => {
    expect(anomalies(COUNT, [3, 100], [6, 300], [9, 300], [10, 300])).toEqual([
      { code: 'result-flat', ...about, value: 300, months: [6, 9, 10] },
    ]);
    expect(codes({ ...COUNT, kind: 'progressRate' }, [3, 30], [6, 30], [9, 30])).toEqual(['result-flat']);
  });

  const NOT_FLAT: readonly [name: string, target: Partial<IndicatorTarget>, figures: [number, number][]][] = [
    [
      'twice is not enough',
      COUNT,
      [
        [3, 100],
        [6, 300],
        [9, 300],
      ],
    ],
    [
      'it grew again',
      COUNT,
      [
        [3, 300],
        [6, 300],
        [9, 300],
        [10, 301],
      ],
    ],
    [
      'the target is reached',
      COUNT,
      [
        [3, 1000],
        [6, 1000],
        [9, 1000],
      ],
    ],
    [
      'nothing is for the lights to judge',
      COUNT,
      [
        [3, 0],
        [6, 0],
        [9, 0],
      ],
    ],
    [
      'a level may stay',
      { kind: 'level' },
      [
        [3, 85],
        [6, 85],
        [9, 85],
      ],
    ],
    [
      'what should not grow may stay',
      { ...COUNT, direction: 'atMost' },
      [
        [3, 5],
        [6, 5],
        [9, 5],
      ],
    ],
  ];
  it.each(NOT_FLAT)('%s', (_name, target, figures) => {
    expect(anomalies(target, ...figures).filter(({ code }) => code === 'result-flat')).toEqual([]);
  });
});

describe('implausible results: falling and jumping', () => {
  it('a cumulative result cannot become less', () => {
    const falls = { code: 'result-falls', ...about, fromMonth: 3, toMonth: 6, before: 300, now: 250 };
    expect(anomalies(COUNT, [3, 300], [6, 250], [9, 400])).toEqual([falls]);
    expect(codes({ kind: 'level' }, [3, 95], [6, 90])).toEqual([]);
  });

  it('nor ten times as much at once', () => {
    expect(anomalies(COUNT, [3, 50], [6, 500])).toEqual([
      { code: 'result-jumps', ...about, fromMonth: 3, toMonth: 6, before: 50, now: 500 },
    ]);
    expect(codes({ ...COUNT, number: null }, [3, 50], [6, 500])).toEqual([]);
    const rules = { ...RESULT_ANOMALY_RULES, jump: { paceTimes: 10, sharePercent: 10 } };
    const results = [
      { month: 3, value: 50 },
      { month: 6, value: 500 },
    ];
    expect(resultAnomalies({ id: 'a', target: sampleTarget(COUNT), results }, rules)).toEqual([]);
  });
});

describe('implausible results: more than all', () => {
  it('a share of a whole above 100 %', () => {
    const found = {
      code: 'result-over-whole',
      indicatorId: 'a',
      indicator: '群众满意度',
      unit: '%',
      month: 12,
      value: 101,
    };
    expect(anomalies({ name: '群众满意度' }, [9, 100], [12, 101])).toEqual([found]);
    expect(codes({ name: '任务完成率' }, [12, 120])).toEqual([]);
    expect(codes({ name: '收入增长率' }, [12, 120])).toEqual([]);
    expect(codes({ name: '合格率', unit: '件' }, [12, 120])).toEqual([]);
  });
});

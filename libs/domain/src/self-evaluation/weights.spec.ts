import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '../kernel/exact.js';
import { sampleTarget } from '../testing/assessment-samples.js';
import { checkWeights } from './check-weights.js';
import { draftWeights, type LeafToWeigh } from './draft-weights.js';
import { evaluationPart } from './evaluation-part.js';
import { evaluationRemarkMessage } from './evaluation-remark-messages.js';
import { FRAME_NAMES, type FrameName } from './evaluation-rules.js';
import { DEFAULT_EVALUATION_RULES as rules } from './preset-evaluation-rules.js';

const LEVELS = {
  数量: ['产出指标', '数量指标'],
  质量: ['产出指标', '质量指标'],
  成本: ['产出指标', '成本指标'],
  社会效益: ['效益指标', '社会效益指标'],
  效果: ['效果指标', '可持续影响'],
  满意度: ['满意度指标', '服务对象满意度指标'],
} as const;
type Level = keyof typeof LEVELS;

const leaf = (level: Level, id: string, printedWeight: number | null = null): LeafToWeigh => {
  const [level1, level2] = LEVELS[level];
  return { id, target: { level1, level2 }, printedWeight };
};
const drafted = (frame: FrameName, ...levels: Level[]): number[] => {
  const leaves = levels.map((level, at) => leaf(level, `leaf-${at}`));
  const { weights } = draftWeights(leaves, frame, rules);
  return leaves.map(({ id }) => weights[id] ?? NaN);
};
const weighed = (frame: FrameName | null, ...leaves: [Level, number][]) =>
  checkWeights(
    leaves.map(([level, weight], at) => {
      const [level1, level2] = LEVELS[level];
      return { id: `leaf-${at}`, target: sampleTarget({ level1, level2 }), weight };
    }),
    frame,
    rules,
  );
const codes = (remarks: ReturnType<typeof weighed>) => remarks.map(({ code }) => code);

describe('R30: parts', () => {
  it.each([
    ['产出指标', '时效指标', 'output', 'output'],
    ['产出指标', '成本指标', 'output', 'cost'],
    ['成本指标', '经济成本指标', 'output', 'cost'],
    ['效果指标', '社会效益', 'benefit', 'benefit'],
    ['效果指标', '', 'benefit', 'benefit'],
    ['效益指标', '服务对象满意度', 'satisfaction', 'satisfaction'],
    ['产出指标', '', 'output', 'output'],
    ['管理指标', '预算管理', 'output', 'output'],
  ])('R30: %s / %s is %s in frame A, %s in frame B', (level1, level2, inA, inB) => {
    expect(evaluationPart({ level1, level2 }, rules.frames.A)).toBe(inA);
    expect(evaluationPart({ level1, level2 }, rules.frames.B)).toBe(inB);
  });
});

describe('R30: weights to begin with', () => {
  it('R30: frame A gives 50, 30, 10; what does not divide goes to the first ones', () => {
    expect(drafted('A', '数量', '质量', '成本', '社会效益', '满意度')).toEqual([16.67, 16.67, 16.66, 30, 10]);
  });

  it('R30: frame B gives 20 to 成本, 40, 20, 10', () => {
    expect(drafted('B', '数量', '质量', '成本', '效果', '满意度')).toEqual([20, 20, 20, 20, 10]);
    expect(drafted('B', '数量', '成本', '效果', '满意度')).toEqual([40, 20, 20, 10]);
  });

  it('R30: without 满意度 its 10 move to 效益', () => {
    expect(drafted('A', '数量', '效果')).toEqual([50, 40]);
  });

  it('moves the points of other parts without leaves as a whole', () => {
    expect(drafted('B', '数量', '社会效益', '满意度')).toEqual([60, 20, 10]);
    expect(drafted('A', '社会效益', '满意度')).toEqual([80, 10]);
    expect(drafted('A', '数量', '满意度')).toEqual([80, 10]);
    expect(drafted('A', '满意度')).toEqual([90]);
    expect(drafted('A')).toEqual([]);
  });

  it('takes printed weights where every leaf has one and they make up 90', () => {
    const printed = (...weights: (number | null)[]) =>
      draftWeights(
        weights.map((weight, at) => leaf('数量', `leaf-${at}`, weight)),
        'A',
        rules,
      );
    expect(printed(22.5, 22.5, 25, 20)).toEqual({
      source: 'typed',
      weights: { 'leaf-0': 22.5, 'leaf-1': 22.5, 'leaf-2': 25, 'leaf-3': 20 },
    });
    expect(printed(50, 40.01).source).toBe('frame');
    expect(printed(90, null).source).toBe('frame');
    expect(printed(45.005, 44.995).source).toBe('frame');
  });

  it('R30: always makes up 90 exactly and passes its own check', () => {
    const levels = fc.array(fc.constantFrom(...(Object.keys(LEVELS) as Level[])), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(levels, fc.constantFrom(...FRAME_NAMES), (chosen, frame) => {
        const weights = drafted(frame, ...chosen);
        expect(weights.reduce((sum, weight) => sum.add(weight), exact(0)).valueOf()).toBe(90);
        expect(weights).toHaveLength(chosen.length);
        expect(weighed(frame, ...chosen.map((level, at): [Level, number] => [level, weights[at] ?? 0]))).toEqual([]);
      }),
    );
  });
});

describe('R30: checked weights', () => {
  it('R30: 22.5 × 4 passes, 89.99 fails', () => {
    expect(weighed(null, ['数量', 22.5], ['质量', 22.5], ['社会效益', 22.5], ['满意度', 22.5])).toEqual([]);
    expect(weighed(null, ['数量', 50], ['效果', 39.99])).toEqual([
      { leafId: null, required: true, code: 'weights-total', params: { sum: 89.99, of: 90 } },
    ]);
  });

  it('R30: a part that differs from its frame is a warning', () => {
    expect(weighed('A', ['数量', 45], ['社会效益', 35], ['满意度', 10])).toEqual([
      { leafId: null, required: false, code: 'weights-part', params: { part: 'output', sum: 45, of: 50, frame: 'A' } },
      { leafId: null, required: false, code: 'weights-part', params: { part: 'benefit', sum: 35, of: 30, frame: 'A' } },
    ]);
    const [output] = weighed('A', ['数量', 45], ['社会效益', 35], ['满意度', 10]);
    expect(output && evaluationRemarkMessage(output, 'zh')).toBe('产出指标分值合计 45，框架A为 50。');
    expect(output && evaluationRemarkMessage(output, 'en')).toBe('The weights of output make 45; frame A has 50.');
    expect(weighed('A', ['数量', 50], ['社会效益', 40])).toEqual([]);
    expect(weighed('B', ['成本', 20], ['数量', 40], ['社会效益', 20], ['满意度', 10])).toEqual([]);
  });

  it('refuses weights that no leaf can have', () => {
    expect(codes(weighed(null, ['数量', 95], ['效果', -5]))).toEqual(['weight-out-of-range', 'weight-out-of-range']);
    expect(codes(weighed(null, ['数量', 45.005], ['效果', 44.995]))).toEqual(['weight-places', 'weight-places']);
    expect(weighed(null, ['数量', 90], ['效果', 0])).toEqual([]);
  });
});

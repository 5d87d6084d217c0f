import { describe, expect, it } from '@jest/globals';
import { keyedGoals } from './goal-keys.js';

const goal = (title: string, ...sentences: readonly string[]) => ({
  organisationId: 'court',
  ordinal: 0,
  title,
  goal: '',
  indicators: sentences.map((text) => ({ text, operator: 'gte' as const, number: 1, unit: null })),
});
const keysOf = (...goals: readonly ReturnType<typeof goal>[]) =>
  keyedGoals(goals).map(({ key, sentences }) => [key, sentences.map((sentence) => sentence.key)] as const);

describe('Keys of department goals', () => {
  it('are the same whatever the order, the width and the punctuation of the document', () => {
    const [one] = keysOf(goal('审判执行工作', '案件结案率≥92%', '服判息诉率≥90%'));
    const [, again] = keysOf(
      goal('诉讼服务', '立案及时率≥95%'),
      goal('审判执行 工作', '服判息诉率：大于等于90％', '案件结案率 ≧92%。'),
    );
    expect([again?.[0], again?.[1].toReversed()]).toEqual([one?.[0], one?.[1]]);
  });

  it('are others where the value or the goal is another', () => {
    const keys = keysOf(goal('审判执行工作', '案件结案率≥92%', '案件结案率≥95%'), goal('诉讼服务', '案件结案率≥92%'));
    expect(new Set(keys.flatMap(([, sentences]) => sentences)).size).toBe(3);
  });

  it('tell apart by their turn what is printed twice', () => {
    const keys = keysOf(goal('宣传', '讲座≥5场', '讲座≥5场'), goal('宣传', '讲座≥5场'));
    expect(new Set(keys.map(([key]) => key)).size).toBe(2);
    expect(new Set(keys.flatMap(([, sentences]) => sentences)).size).toBe(3);
  });
});

import { evaluationRemarkCodes } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import type { EvaluationLeaf } from '../../shared/api/schema.gen.js';
import { fieldOf, leafLines } from './leaf-lines.js';

const leaf = (id: string, level1: string, level2: string) => ({ id, level1, level2 }) as EvaluationLeaf;

describe('the lines of the indicators', () => {
  it('names each level once, over all lines below it', () => {
    const lines = leafLines([
      leaf('a', '产出', '数量'),
      leaf('b', '产出', '数量'),
      leaf('c', '产出', '质量'),
      leaf('d', '效益', '质量'),
    ]);
    expect(lines.map(({ level1 }) => level1)).toEqual([['a', 'b', 'c'], null, null, ['d']]);
    expect(lines.map(({ level2 }) => level2)).toEqual([['a', 'b'], null, ['c'], ['d']]);
  });

  it('leads every remark to a field', () => {
    expect(fieldOf({ code: 'result-missing' })).toBe('answer');
    expect(fieldOf({ code: 'over-target-unexplained' })).toBe('explanation');
    expect(evaluationRemarkCodes.map((code) => fieldOf({ code })).filter((field) => field === undefined)).toEqual([]);
  });
});

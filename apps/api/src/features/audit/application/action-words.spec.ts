import { describe, expect, it } from '@jest/globals';
import { ACTION_WORDS, actionName } from './action-words.js';

describe('names of recorded actions', () => {
  it('stand in both languages, each name for one action only', () => {
    for (const locale of ['zh', 'en'] as const) {
      const names = Object.values(ACTION_WORDS).map((words) => words[locale]);
      expect(names.filter((name) => name.trim() === '')).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { zh, en } of Object.values(ACTION_WORDS)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('are the code where nobody knows the action any more', () => {
    expect(actionName('imports.save', 'zh')).toBe('导入绩效目标表');
    expect(actionName('forgotten.deed', 'zh')).toBe('forgotten.deed');
  });
});

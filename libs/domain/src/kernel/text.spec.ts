import { clause } from './text.js';
import { describe, expect, it } from '@jest/globals';

describe('what people wrote, inside a sentence', () => {
  it.each(['。', '。。', '！', '!', '？', '?!', '；', ';', '，', '、', '：', '……', '. ', '。\n', ' ；。'])(
    'loses %j at its end',
    (stop) => {
      expect(clause(`雨季停工${stop}`)).toBe('雨季停工');
    },
  );

  it('keeps the stops within it, and what a bracket or quotation mark closes', () => {
    expect(clause('雨季停工；9月复工？已复工。')).toBe('雨季停工；9月复工？已复工');
    expect(clause('见“停工令。”')).toBe('见“停工令。”');
    expect(clause('完成 3.5 公里（含2.1。）')).toBe('完成 3.5 公里（含2.1。）');
  });

  it('stands on one line, and is nothing where there are only stops', () => {
    expect(clause(' 雨季停工。\n  已复工。')).toBe('雨季停工。 已复工');
    expect(clause('。！')).toBe('');
  });
});

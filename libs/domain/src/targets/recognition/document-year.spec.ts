import { describe, expect, it } from '@jest/globals';
import { YearEvidence } from './document-year.js';

const inferred = (texts: string[], file = 'a.txt', codes: string[] = [], values: string[] = []): number | null => {
  const evidence = new YearEvidence();
  for (const text of texts) evidence.addText(text);
  for (const code of codes) evidence.addCode(code);
  for (const value of values) evidence.addValue(value);
  return evidence.infer(file);
};

describe('the budget year of a document', () => {
  it('is in its title, in figures or in Chinese', () => {
    expect(inferred(['2022年部门整体绩效目标'], '2023年报送.txt', [], ['2021年12月31日'])).toBe(2022);
    expect(inferred(['项目支出绩效目标表', '（2023年度）'], '2022.txt')).toBe(2023);
    expect(inferred(['二〇二三年度部门预算项目绩效目标'])).toBe(2023);
  });

  it('else is the year in which most due dates lie', () => {
    expect(inferred([], '2025.txt', [], ['2023年12月31日', '2024年10月前', '2023年12月', '≥90%'])).toBe(2023);
  });

  it('else stands in the name of the file', () => {
    expect(inferred([], '2022-bureau.txt', ['13030321EXDHKHBVZCVYN'])).toBe(2022);
    expect(inferred([], 'scan20221105.txt')).toBeNull();
  });

  it('R3: else is the newest creation year, as older codes are carried over', () => {
    expect(inferred([], 'a.txt', ['13030321EXDHKHBVZCVYN', '13030322P00409010001H', ''])).toBe(2022);
  });

  it('else is the year a paragraph begins with; a year inside prose counts for nothing', () => {
    expect(inferred(['按照2021年法治宣传教育工作计划执行', '2023年，是开局之年。'])).toBe(2023);
    expect(inferred(['按照2021年工作计划执行'])).toBeNull();
  });
});

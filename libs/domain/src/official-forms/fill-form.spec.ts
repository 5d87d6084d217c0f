import { describe, expect, it } from '@jest/globals';
import { monitoringSample, selfEvaluationSample } from '../testing/form-samples.js';
import { cellAddress } from './cell-place.js';
import { fillForm } from './fill-form.js';
import type { FilledCell, FilledForm } from './filled-form.js';
import type { FormData } from './form-data.js';
import { PRESET_TEMPLATES } from './preset-templates.js';

const filled = (data: FormData): FilledForm => fillForm(PRESET_TEMPLATES[data.form], data);

function cellOf(form: FilledForm, address: string): FilledCell | undefined {
  return form.rows.flatMap(({ cells }, row) => cells.filter(({ column }) => cellAddress(row, column) === address))[0];
}
const textOf = (form: FilledForm, address: string): string | undefined => cellOf(form, address)?.content.text;
const rowTexts = (form: FilledForm, row: number): string[] =>
  (form.rows[row - 1]?.cells ?? []).map(({ content }) => content.text).filter((text) => text !== '');
const formulaOf = (form: FilledForm, address: string): string | null => {
  const content = cellOf(form, address)?.content;
  return content?.kind === 'number' ? content.formula : null;
};

describe('R29 项目支出绩效目标执行监控表', () => {
  const form = filled(monitoringSample());

  it('has its columns in the official order and words, the month from the round', () => {
    expect(rowTexts(form, 1)).toEqual(['项目支出绩效目标执行监控表']);
    expect(rowTexts(form, 2)).toEqual(['（2022年度）']);
    expect(rowTexts(form, 4)).toEqual(['主管部门及代码', '青澜县司法局 772', '实施单位', '青澜县司法局本级']);
    expect(rowTexts(form, 5)).toEqual([
      '项目资金（万元）',
      '年初预算数',
      '1-6月执行数',
      '1-6月执行率',
      '全年预计执行数',
    ]);
    expect([6, 7, 8].map((row) => rowTexts(form, row)[0])).toEqual([
      '年度资金总额',
      '其中：本年一般公共预算拨款',
      '其他资金',
    ]);
    expect(rowTexts(form, 10)).toEqual([
      ...['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '1-6月执行情况', '全年预计完成情况'],
      ...['偏差原因分析', '完成目标可能性', '备注'],
    ]);
    expect(rowTexts(form, 11)).toEqual([
      ...['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明'],
      ...['确定能', '有可能', '完全不可能'],
    ]);
  });

  it('prints 调整后预算数 where a budget was adjusted, and measures the rate by it (R7)', () => {
    const data = monitoringSample();
    const total = { ...data.funds.total, adjustedBudgetFen: 20_000_000 };
    const adjusted = filled({ ...data, funds: { ...data.funds, total } });
    expect(rowTexts(adjusted, 5).slice(1, 3)).toEqual(['年初预算数', '调整后预算数']);
    expect(rowTexts(adjusted, 6)).toEqual(['年度资金总额', '18.00', '20.00', '7.25', '36.25%', '18.00']);
    expect(formulaOf(adjusted, 'N6')).toBe('ROUND(L6/H6,4)');
    expect(formulaOf(adjusted, 'H6')).toBeNull(); // 20 is not the sum of its parts
  });

  it('ticks reasons and likelihood, and leaves blank what was not answered', () => {
    expect(['H15', 'I15', 'J15', 'N15', 'O15'].map((address) => textOf(form, address))).toEqual([
      '√',
      '',
      '√',
      '',
      '√',
    ]);
    expect(textOf(form, 'F16')).toBe('');
    expect(rowTexts(form, 8)).toEqual(['其他资金']);
  });

  it('merges equal levels, but not those of another level 1, and cuts 绩效指标 below the repeated rows', () => {
    expect(cellOf(form, 'B12')).toMatchObject({ rows: 5, content: { text: '产出指标' } });
    expect(cellOf(form, 'C12')).toMatchObject({ rows: 2, content: { text: '数量指标' } });
    expect(form.repeatedRows).toEqual({ first: 9, count: 2 });
    expect(cellOf(form, 'A10')).toMatchObject({ rows: 2, style: { borders: { bottom: false } } });
    expect(cellOf(form, 'A12')).toMatchObject({ rows: 8, content: { text: '' }, style: { borders: { top: false } } });
  });

  it('takes text of the data for text, whatever it begins with', () => {
    const [first] = monitoringSample().indicators;
    const hostile = first ? [{ ...first, result: '=1+1', reasonNote: '{{核验码}}' }] : [];
    const cells = filled(monitoringSample({ indicators: hostile }));
    expect(cellOf(cells, 'F12')?.content).toEqual({ kind: 'text', text: '=1+1' });
    expect(textOf(cells, 'M12')).toBe('{{核验码}}');
  });

  it('keeps one blank row where there is no indicator', () => {
    const empty = filled(monitoringSample({ indicators: [] }));
    expect(cellOf(empty, 'B12')?.content).toEqual({ kind: 'text', text: '' });
    expect(rowTexts(empty, 13)[0]).toMatch(/^注：/);
  });
});

describe('项目支出绩效自评表', () => {
  const form = filled(selfEvaluationSample());

  it('has its columns in the official order and words', () => {
    expect(rowTexts(form, 5)).toEqual([
      ...['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ]);
    expect(rowTexts(form, 10)).toEqual(['年度总体目标', '预期目标', '实际完成情况']);
    expect(rowTexts(form, 12)).toEqual([
      ...['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      '偏差原因分析及改进措施',
    ]);
    expect(rowTexts(form, 17)).toEqual(['总分', '100', '98.25']);
  });

  it('R31: 43.2 planned and 37.24 spent are 8.62 of 10, by formulas that give these figures', () => {
    expect(rowTexts(form, 6)).toEqual(['年度资金总额', '43.20', '43.20', '37.24', '10', '86.20%', '8.62']);
    expect(formulaOf(form, 'H6')).toBe('ROUND(F6/E6,4)');
    expect(formulaOf(form, 'I6')).toBe('ROUND(G6*MIN(F6/E6,1),2)');
    expect(formulaOf(form, 'F6')).toBe('SUM(F7,F8,F9)');
    expect(formulaOf(form, 'H17')).toBe('I6+SUM(H13:H16)');
  });

  it('has no formula where a cap lowered the total: it would give another figure', () => {
    const capped = filled(selfEvaluationSample({ total: { weight: 100, points: 89 } }));
    expect(cellOf(capped, 'H17')?.content).toMatchObject({ value: 89, text: '89.00', formula: null });
  });

  it('gives a text that is higher than a sheet allows several rows', () => {
    const tall = filled(selfEvaluationSample({ goalResult: '全年正常运转。'.repeat(600) }));
    expect(Math.max(...tall.rows.map(({ height }) => height))).toBeLessThanOrEqual(400);
    const cell = cellOf(tall, 'F11');
    expect(cell?.rows).toBeGreaterThan(2);
    expect(cell?.content.text).toHaveLength(4200);
    expect(formulaOf(tall, `H${17 + (cell?.rows ?? 0) - 1}`)).toMatch(/^I6\+SUM\(H\d+:H\d+\)$/);
  });
});

it('refuses a template of another form', () => {
  expect(() => fillForm(PRESET_TEMPLATES.monitoring, selfEvaluationSample())).toThrow(RangeError);
});

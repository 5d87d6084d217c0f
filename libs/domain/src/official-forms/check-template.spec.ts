import { describe, expect, it } from '@jest/globals';
import { checkTemplate } from './check-template.js';
import type { FormTemplate, TemplateCell } from './form-template.js';
import { PRESET_TEMPLATES } from './preset-templates.js';
import { templateProblemCodes, templateProblemMessage } from './template-problems.js';

const base = PRESET_TEMPLATES.selfEvaluation;
const codes = (template: FormTemplate): string[] => checkTemplate(template).map(({ code }) => code);

/** The shipped template with cells of a row (from 0) changed. */
const withCells = (row: number, change: (cell: TemplateCell) => TemplateCell): FormTemplate => ({
  ...base,
  rows: base.rows.map((line, index) => (index === row ? { ...line, cells: line.cells.map(change) } : line)),
});

describe('a template that a person made', () => {
  it.each<[string, FormTemplate]>([
    ['template-empty', { ...base, rows: [] }],
    ['template-too-large', { ...base, columns: Array<number>(61).fill(9) }],
    ['template-page', { ...base, page: { ...base.page, margins: { ...base.page.margins, top: 90 } } }],
    ['template-column-width', { ...base, columns: [0, ...base.columns.slice(1)] }],
    ['template-span-outside', withCells(0, (cell) => ({ ...cell, columns: 10 }))],
    ['template-spans-overlap', withCells(2, (cell) => ({ ...cell, column: 0 }))],
    ['template-placeholder-broken', withCells(0, (cell) => ({ ...cell, text: '{{年度' }))],
    ['template-placeholder-unknown', withCells(0, (cell) => ({ ...cell, text: '{{#没有}}' }))],
    ['template-modifier-unknown', withCells(0, (cell) => ({ ...cell, text: '{{年度|合并}}' }))],
    ['template-field-missing', withCells(2, (cell) => ({ ...cell, text: '' }))],
    ['template-no-indicator-row', { ...base, rows: base.rows.slice(0, 11), repeatedRows: null }],
    ['template-indicator-rows', withCells(0, (cell) => ({ ...cell, text: '{{指标.得分}}' }))],
    ['template-indicator-row-spans', withCells(12, (cell) => (cell.column === 8 ? { ...cell, rows: 2 } : cell))],
    ['template-repeated-rows', { ...base, repeatedRows: { first: 11, count: 2 } }],
    ['template-number-format', withCells(0, (cell) => ({ ...cell, style: { ...cell.style, numberFormat: '[红]0' } }))],
    ['template-text-long', withCells(0, (cell) => ({ ...cell, text: '长'.repeat(5001) }))],
    ['template-font-size', withCells(0, (cell) => ({ ...cell, style: { ...cell.style, size: 0 } }))],
  ])('is refused with %s', (code, template) => {
    expect(codes(template)).toContain(code);
  });

  it('has a sentence in both languages for every code', () => {
    for (const code of templateProblemCodes) {
      expect(templateProblemMessage({ code, at: 'B4' }, 'zh')).toMatch(/^单元格 B4：.+。$/);
      expect(templateProblemMessage({ code, at: 'B4' }, 'en')).toMatch(/^Cell B4: .+\.$/);
    }
  });
});

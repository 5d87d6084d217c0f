import { readFileSync } from 'node:fs';
import { checkTemplate, type FormKind, PRESET_TEMPLATES, templateProblemMessage } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readTemplateWorkbook } from './read-template-workbook.js';
import { writeTemplateWorkbook } from './template-workbook.js';

const FORMS: FormKind[] = ['monitoring', 'selfEvaluation'];

/** The shipped template, changed in Excel. */
async function changed(form: FormKind, change: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(await writeTemplateWorkbook(PRESET_TEMPLATES[form])) as never);
  const [sheet] = workbook.worksheets;
  if (sheet) change(sheet);
  return readTemplateWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), form);
}

describe('a template as a workbook', () => {
  it.each(FORMS)('comes back as the shipped template of %s, and nothing is wrong with it', async (form) => {
    const read = await readTemplateWorkbook(await writeTemplateWorkbook(PRESET_TEMPLATES[form]), form);
    expect(read.template).toEqual(PRESET_TEMPLATES[form]);
    expect(read.problems).toEqual([]);
  });

  it('takes other words, widths and a further column', async () => {
    const { template, problems } = await changed('selfEvaluation', (sheet) => {
      sheet.getCell('A1').value = '青澜县项目支出绩效自评表';
      sheet.getColumn(10).width = 14;
      sheet.getCell('J12').value = '备注';
      sheet.getCell('J12').border = { top: { style: 'thin' }, right: { style: 'thin' } };
      sheet.getCell('J13').value = '{{指标.序号}}';
    });
    expect(problems).toEqual([]);
    expect(template.rows[0]?.cells[0]?.text).toBe('青澜县项目支出绩效自评表');
    expect(template.columns[9]).toBe(14);
    expect(template.rows[11]?.cells.at(-1)).toMatchObject({
      column: 9,
      text: '备注',
      style: { borders: { bottom: false } },
    });
  });

  it('is refused with the cell where a placeholder is unknown or broken, or where there is a formula', async () => {
    const { problems } = await changed('monitoring', (sheet) => {
      sheet.getCell('D3').value = '{{项目名}}';
      sheet.getCell('D4').value = '{{主管部门';
      sheet.getCell('F7').value = { formula: 'SUM(F9:F11)', result: 3 };
    });
    expect(problems.map(({ code, at }) => [code, at])).toEqual([
      ['template-formula', 'F7'],
      ['template-placeholder-unknown', 'D3'],
      ['template-placeholder-broken', 'D4'],
      ['template-field-missing', null],
    ]);
    expect(problems.map((problem) => templateProblemMessage(problem, 'zh'))).toContain(
      '单元格 D3：没有名为“项目名”的项目。',
    );
  });

  it('is refused where the row of indicators is gone', async () => {
    const { problems } = await changed('selfEvaluation', (sheet) => sheet.spliceRows(13, 1));
    expect(problems.map(({ code }) => code)).toContain('template-no-indicator-row');
  });

  it('is refused where the file is no workbook, or one that only fills the memory', async () => {
    const text = readFileSync(new URL(import.meta.url));
    await expect(readTemplateWorkbook(text, 'monitoring')).rejects.toMatchObject({ code: 'archive-damaged' });
    await expect(changed('monitoring', (sheet) => sheet.mergeCells('S1:ZZ200'))).rejects.toMatchObject({
      code: 'document-too-complex',
    });
  });
});

describe('a shipped template', () => {
  it.each(FORMS)('of %s has nothing wrong with it', (form) => {
    expect(checkTemplate(PRESET_TEMPLATES[form])).toEqual([]);
  });
});

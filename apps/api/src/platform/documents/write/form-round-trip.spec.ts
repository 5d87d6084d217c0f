import {
  amountMeant,
  type Block,
  type FormData,
  fillForm,
  PRESET_TEMPLATES,
  type RecognisedForm,
  recogniseForms,
} from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import {
  longForm,
  monitoringSample,
  selfEvaluationSample,
} from '../../../../../../libs/domain/src/testing/form-samples.js';
import { readTargetDocument } from '../read-target-document.js';
import type { FormFormat } from './form-writing.js';
import { writeForms } from './write-forms.js';
import { writeFormXlsx } from './write-form-xlsx.js';

type Readable = Exclude<FormFormat, 'pdf'>;

async function readBack(bytes: Uint8Array, format: Readable): Promise<RecognisedForm[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, `表.${format}`)) blocks.push(block);
  return recogniseForms(blocks);
}

const written = (format: Readable, ...all: FormData[]): Promise<Uint8Array> =>
  writeForms(
    format,
    all.map((data) => ({ template: PRESET_TEMPLATES[data.form], data })),
  );

/** What a form does not print: the code of the unit, and in 自评表 that of the department and the grade. */
const asPrinted = (data: FormData): FormData =>
  data.form === 'monitoring'
    ? { ...data, unitCode: null }
    : { ...data, unitCode: null, departmentCode: null, grade: null };

const adjusted = monitoringSample();
const SAMPLES: readonly (readonly [string, FormData])[] = [
  ['监控表', monitoringSample()],
  [
    '监控表（有调整）',
    { ...adjusted, funds: { ...adjusted.funds, total: { ...adjusted.funds.total, adjustedBudgetFen: 20_120_000 } } },
  ],
  ['自评表', selfEvaluationSample()],
  ['监控表（66项指标）', longForm(monitoringSample())],
  ['自评表（66项指标）', longForm(selfEvaluationSample())],
];

describe('an exported form, read back', () => {
  it.each(
    SAMPLES.flatMap(([name, data]) => (['xlsx', 'docx'] as const).map((format) => [name, format, data] as const)),
  )('says the same: %s as .%s', async (_, format, data) => {
    const [form, ...others] = await readBack(await written(format, data), format);
    expect(others).toEqual([]);
    expect(form?.problems).toEqual([]);
    expect(form?.data).toEqual(asPrinted(data));
  });

  it.each(['xlsx', 'docx'] as const)('is told from others in the same .%s file', async (format) => {
    const all = [
      monitoringSample(),
      selfEvaluationSample(),
      monitoringSample({ projectName: '司法所办公用房维修经费' }),
    ];
    const forms = await readBack(await written(format, ...all), format);
    expect(forms.map(({ data }) => data)).toEqual(all.map(asPrinted));
  });

  it('means the exact amount that it was printed from, which .docx shows with 2 places and .xlsx keeps', async () => {
    const { funds } = monitoringSample();
    const data = monitoringSample({ funds: { ...funds, total: { ...funds.total, expenditureFen: 7_251_234 } } });
    const [word] = await readBack(await written('docx', data), 'docx');
    const [sheet] = await readBack(await written('xlsx', data), 'xlsx');
    expect(sheet?.data).toMatchObject({ funds: { total: { expenditureFen: 7_251_234 } } });
    expect(word?.data).toMatchObject({ funds: { total: { expenditureFen: 7_250_000 } } });
    expect(amountMeant(7_251_234, 7_250_000)).toBe(7_251_234);
    expect(amountMeant(7_251_234, 7_260_000)).toBe(7_260_000);
    expect([amountMeant(null, 7), amountMeant(7, null)]).toEqual([7, null]);
  });

  it('names the cell of each value', async () => {
    const [form] = await readBack(await written('xlsx', monitoringSample()), 'xlsx');
    expect(form?.places).toMatchObject({
      projectName: '提前下达2021年社区矫正工作经费补助!D3',
      'funds.total.expenditureFen': '提前下达2021年社区矫正工作经费补助!H6',
      'indicators.3.result': '提前下达2021年社区矫正工作经费补助!F15',
    });
  });
});

describe('a form that was filled in by hand', () => {
  /** The exported workbook, changed in Excel. */
  async function changed(
    data: FormData,
    change: (sheet: ExcelJS.Worksheet) => void,
  ): Promise<RecognisedForm | undefined> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(await written('xlsx', data)) as never);
    const [sheet] = workbook.worksheets;
    if (sheet) change(sheet);
    const [form] = await readBack(new Uint8Array(await workbook.xlsx.writeBuffer()), 'xlsx');
    return form;
  }

  it('gives what was typed, beside what was there', async () => {
    const form = await changed(monitoringSample(), (sheet) => {
      sheet.getCell('H7').value = 9.5;
      sheet.getCell('F16').value = '97%';
      sheet.getCell('H16').value = '✓';
      sheet.getCell('N19').value = 'V';
    });
    expect(form?.problems).toEqual([]);
    expect(form?.data).toMatchObject({ funds: { fiscal: { expenditureFen: 9_500_000 } } });
    expect(form?.data.indicators[4]).toMatchObject({ result: '97%', reasons: ['funding'] });
    expect(form?.data.indicators[7]).toMatchObject({ likelihood: 'certain' });
  });

  it('is refused cell by cell where it cannot be read', async () => {
    const form = await changed(monitoringSample(), (sheet) => {
      sheet.getCell('H7').value = '约九万';
      sheet.getCell('H12').value = '资金不足';
      sheet.getCell('O12').value = '√';
      sheet.getCell('D14').value = null;
    });
    expect(form?.problems.map(({ code, at }) => [code, at.split('!')[1]])).toEqual([
      ['form-amount-unreadable', 'H7'],
      ['form-mark-unreadable', 'H12'],
      ['form-likelihood-several', 'N12'],
      ['form-indicator-nameless', 'A14'],
    ]);
  });

  it('is refused as a whole where its table or its columns are gone', async () => {
    const nothing = await changed(selfEvaluationSample(), (sheet) => (sheet.getCell('D12').value = '内容'));
    expect(nothing?.problems.map(({ code }) => code)).toEqual(['form-no-table']);
    const column = await changed(selfEvaluationSample(), (sheet) => (sheet.getCell('F12').value = '其他说明'));
    expect(column?.problems).toMatchObject([{ code: 'form-column-missing', params: { column: '实际完成值' } }]);
  });

  it('is read by its words where columns were added and moved', async () => {
    const template = PRESET_TEMPLATES.selfEvaluation;
    const moved = {
      ...template,
      columns: [...template.columns, 10],
      rows: template.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.column > 3
            ? { ...cell, column: cell.column + 1 }
            : cell.column + cell.columns > 4
              ? { ...cell, columns: cell.columns + 1 }
              : cell,
        ),
      })),
    };
    const [form] = await readBack(await writeFormXlsx([fillForm(moved, selfEvaluationSample())]), 'xlsx');
    expect(form?.problems).toEqual([]);
    expect(form?.data).toEqual(asPrinted(selfEvaluationSample()));
  });
});

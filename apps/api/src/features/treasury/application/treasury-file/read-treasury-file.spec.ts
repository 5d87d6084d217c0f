import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { readTreasuryFile, type TreasuryFileOptions } from './read-treasury-file.js';

const A = '99020023P00004510022T';
const B = '99020023P00004510023E';

const read = async (text: string, options: Partial<TreasuryFileOptions> = {}) => {
  const file = { name: 'paid.csv', bytes: Buffer.from(text) };
  return (await readTreasuryFile(file, { year: 2023, channel: 'file', ...options })).delivery;
};
const rows = async (text: string, options?: Partial<TreasuryFileOptions>) =>
  (await read(text, options)).rows.map(({ at, code, month, given }) => [at, code, month, given]);
const faults = async (text: string) =>
  (await read(text)).faults.map(({ at, code, problem }) => [at, code, problem.code]);
const refusal = (text: string, options?: Partial<TreasuryFileOptions>) =>
  read(text, options).then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );

describe('a file of treasury figures', () => {
  it('is found by its labels, in whatever order, below whatever stands above', async () => {
    const text = [
      '国库支付情况表',
      '单位：万元',
      '序号,项目名称,累计支出,其中：财政资金,月份,项目编码,下达数（元）,到位数（万元）',
      `1,水电,"1,234.5",1000,6月,${A},"20,000,000.00",1500`,
      `2,法庭,0,,1-3月,${B},,`,
      '合计,,1234.5,1000,,,20000000,1500',
    ].join('\n');
    expect(await read(text)).toMatchObject({ basis: 'cumulative', coverage: null, faults: [] });
    expect(await rows(text)).toEqual([
      [
        'line 4',
        A,
        6,
        {
          expenditureFen: 1_234_500_000,
          fiscalFen: 1_000_000_000,
          releasedFen: 2_000_000_000,
          receivedFen: 1_500_000_000,
        },
      ],
      ['line 5', B, 3, { expenditureFen: 0 }],
    ]);
  });

  it('sums single payments by project and month, refunds included', async () => {
    const text = [
      '凭证号,项目编码,支付日期,支付金额（元）,收款人',
      `1,${A},2023-01-15,100.00,甲`,
      `2,${A},2023/1/31,50.5,乙`,
      `3,${B},2023年2月1日,7,丙`,
      `4,${A},20230131,-20.50,退款`,
      `5,${A},45047,(3.00),错付`,
    ].join('\n');
    expect(await read(text)).toMatchObject({ basis: 'monthly', coverage: { from: 1, to: 5 } });
    expect(await rows(text)).toEqual([
      ['line 2 +2', A, 1, { expenditureFen: 13_000 }],
      ['line 4', B, 2, { expenditureFen: 700 }],
      ['line 6', A, 5, { expenditureFen: -300 }],
    ]);
  });

  it('may have a column for every month', async () => {
    const text = `项目编码,1月支出(元),2月支出(元),3月支出(元)\n${A},1,,3`;
    expect(await read(text)).toMatchObject({ basis: 'monthly', coverage: { from: 1, to: 3 } });
    expect(await rows(text)).toEqual([
      ['line 2', A, 1, { expenditureFen: 100 }],
      ['line 2', A, 3, { expenditureFen: 300 }],
    ]);
    expect(await rows(`项目代码,1-6月执行数（万元）\n${A},2.5`)).toEqual([
      ['line 2', A, 6, { expenditureFen: 2_500_000 }],
    ]);
  });

  it('has to say whether its amounts are cumulative, or somebody has to choose', async () => {
    const text = `项目编码,月份,支出数(元)\n${A},6,1`;
    expect(await refusal(text)).toBe('basis-missing');
    expect(await read(text, { basis: 'monthly', from: 1 })).toMatchObject({ coverage: { from: 1, to: 6 } });
    expect(await refusal(text.replace('支出数', '本月支出'), { basis: 'cumulative' })).toBe('basis-contradicts');
    expect(await refusal(`项目编码,月份,累计支出(元),本月下达数(元)\n${A},6,1,1`)).toBe('basis-mixed');
  });

  it('tells every row that cannot be read', async () => {
    const text = [
      '项目编码,月份,累计支出(元),下达数',
      `${A},十三月,1,`,
      `${A},2022-06,1,`,
      `${A},,1,`,
      `${A},6,一百,`,
      `${A},6,1,5`,
      `${A},6,,`,
      ',6,5,',
    ].join('\n');
    expect(await faults(text)).toEqual([
      ['line 2', A, 'month-unreadable'],
      ['line 3', A, 'month-other-year'],
      ['line 4', A, 'month-missing'],
      ['line 5', A, 'amount-unreadable'],
      ['line 6', A, 'amount-unit-missing'],
      ['line 7', A, 'figure-missing'],
      ['line 8', null, 'code-missing'],
    ]);
  });

  it('names the columns that it passes over', async () => {
    const bytes = Buffer.from(`项目编码,月份,累计支出(元),经办人\n${A},6,1,甲`);
    const { ignoredColumns } = await readTreasuryFile({ name: 'a.csv', bytes }, { year: 2023, channel: 'file' });
    expect(ignoredColumns).toEqual(['经办人']);
  });

  it('is refused without a header or without figures', async () => {
    expect(await refusal('甲,乙\n1,2')).toBe('treasury-header-missing');
    expect(await refusal('项目编码,月份,累计支出(元)\n,,')).toBe('treasury-empty');
  });

  it('reads a workbook: dates, the cached value of formulas, amounts as shown', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('说明').addRow(['请按项目填写']);
    const sheet = workbook.addWorksheet('支付');
    sheet.addRow(['项目编码', '支付日期', '支付金额（元）']);
    sheet.addRow([A, new Date(Date.UTC(2023, 5, 30)), { formula: '1+1', result: 2 }]);
    sheet.addRow([A, new Date(Date.UTC(2023, 5, 1)), 0.1 + 0.2]).getCell(2).numFmt = 'yyyy/m/d';
    sheet.getCell('B2').numFmt = 'yyyy-mm-dd';
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const { delivery } = await readTreasuryFile({ name: 'paid.xlsx', bytes }, { year: 2023, channel: 'file' });
    expect(delivery).toMatchObject({
      fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: [{ at: '支付!2 +1', code: A, month: 6, given: { expenditureFen: 230 } }],
    });
  });
});

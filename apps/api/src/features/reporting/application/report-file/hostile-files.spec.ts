import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { annotatedWorkbook } from '../report-workbook/annotated-workbook.js';
import { readReportFile } from './read-report-file.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet with these parts, as small as a reader takes it. */
const workbook = (sheet: string, extra: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN}>${sheet}</worksheet>`,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
};
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const ROWS = `<row r="1">${text('A1', '项目名称')}${text('B1', '指标')}${text('C1', '完成值')}</row><row r="2">${text('A2', '甲')}${text('B2', '乙')}${text('C2', '很多')}</row>`;
const codes = async (bytes: Uint8Array, name = 'a.xlsx') =>
  (await readReportFile(name, bytes)).issues.map(({ code }) => code);

describe('hostile report files', () => {
  it('reads the workbook that the others are made of', async () => {
    expect(await codes(workbook(`<sheetData>${ROWS}</sheetData>`))).toEqual(['result-unreadable']);
  });

  it('refuses a million rows before a library holds them', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    expect(await codes(workbook(`<sheetData>${rows.join('')}</sheetData>`))).toEqual(['workbook-too-large']);
    expect(await codes(strToU8('甲,乙\n'.repeat(500_000)), 'a.csv')).toEqual(['workbook-too-large']);
    expect(await codes(strToU8('甲\n'.repeat(120_000)), 'a.csv')).toEqual(['workbook-too-large']);
    expect(await codes(strToU8('甲,'.repeat(1_000_000)), 'a.csv')).toEqual(['table-too-wide']);
  });

  it('refuses two cells that span a giant sheet, and a bomb', async () => {
    const far = `<sheetData>${ROWS}<row r="1048576">${text('XFD1048576', 'x')}</row></sheetData>`;
    expect(await codes(workbook(far))).toEqual(['workbook-too-large']);
    const bomb = workbook(`<sheetData>${ROWS}</sheetData>`, { 'xl/sharedStrings.xml': ' '.repeat(60_000_000) });
    expect(await codes(bomb)).toEqual(['archive-too-large']);
  });

  it('takes a formula for the value that it had', async () => {
    const row = `<row r="2">${text('A2', '甲')}${text('B2', '乙')}<c r="C2"><f>HYPERLINK("http://x")</f><v>7</v></c></row>`;
    const report = await readReportFile(
      'a.xlsx',
      workbook(`<sheetData>${ROWS.replace(/<row r="2">.*/, row)}</sheetData>`),
    );
    expect(report.projects[0]?.results[0]?.input).toMatchObject({ indicator: '乙', value: 7 });
  });

  it('expands no entity of XML', async () => {
    const entity = workbook(`<sheetData>${ROWS.replace('很多', '&big;')}</sheetData>`);
    const declared = workbook('', {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY big SYSTEM "file:///etc/passwd">]><worksheet ${MAIN}><sheetData>${ROWS.replace('很多', '&big;')}</sheetData></worksheet>`,
    });
    for (const bytes of [entity, declared]) {
      const { projects, issues } = await readReportFile('a.xlsx', bytes);
      expect(JSON.stringify([projects, issues])).not.toContain('root:');
    }
  });

  it('lists the problems alone where ranges would be spread out over a giant sheet', async () => {
    const bytes = workbook(
      `<sheetData>${ROWS}</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    );
    const place = { sheet: 'S', row: 2, column: 3 };
    const started = Date.now();
    const marked = await annotatedWorkbook({ name: 'a.xlsx', bytes }, [{ place, sentence: '=1+1' }], 'zh');
    expect(Date.now() - started).toBeLessThan(5_000);
    const opened = new exceljs.Workbook();
    await opened.xlsx.load(Buffer.from(marked?.bytes ?? []) as never);
    expect(opened.worksheets.map(({ name }) => name)).toEqual(['问题清单']);
    expect(opened.worksheets[0]?.getCell('B3').value).toBe('=1+1');
  });
});

import { fieldNames, type FormTemplate, type TemplateCell } from '@jixiao/domain';
import type { Workbook, Worksheet } from 'exceljs';
import { inches } from './paper.js';
import { sheetStyle } from './sheet-styles.js';

/** The sheet that holds the template; the one behind it only explains. */
export const TEMPLATE_SHEET = '表样';
const GUIDE_SHEET = '占位符说明';
const A4_PAPER = 9;

const GUIDE: readonly string[] = [
  '在“表样”中修改文字、列、合并、边框和字体后上传。占位符 {{名称}} 在导出时换成该项目的内容。',
  '含“指标.”的一行按绩效指标逐行重复；{{指标.一级指标|合并}} 把相邻的相同内容合并成一格。',
  '一行中写 {{#名称}} 表示有该项内容时才打印这一行，写 {{^名称}} 表示没有时才打印。',
  '“页面布局—打印标题—顶端标题行”所选的行在每页重复。执行率、合计、得分的公式由系统写入，模板中不写公式。',
  '可用的名称：',
];

/** The template as a workbook that a person changes in Excel or WPS, and hands in again (`readTemplateWorkbook`). */
export async function writeTemplateWorkbook(template: FormTemplate): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'jixiao';
  writeTemplate(workbook, template);
  const guide = workbook.addWorksheet(GUIDE_SHEET);
  guide.columns = [{ width: 100 }];
  for (const line of [...GUIDE, ...fieldNames(template.form).map((name) => `{{${name}}}`)]) guide.addRow([line]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeTemplate(workbook: Workbook, { page, columns, rows, repeatedRows }: FormTemplate): void {
  const { top, right, bottom, left } = page.margins;
  const sheet = workbook.addWorksheet(TEMPLATE_SHEET, {
    pageSetup: {
      paperSize: A4_PAPER,
      orientation: page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        ...{ top: inches(top), right: inches(right), bottom: inches(bottom), left: inches(left) },
        ...{ header: inches(top / 2), footer: inches(bottom / 2) },
      },
      ...(repeatedRows === null
        ? {}
        : { printTitlesRow: `${repeatedRows.first + 1}:${repeatedRows.first + repeatedRows.count}` }),
    },
  });
  sheet.columns = columns.map((width) => ({ width }));
  for (const [row, { height, cells }] of rows.entries()) {
    if (height !== null) sheet.getRow(row + 1).height = height;
    for (const cell of cells) writeCell(sheet, row, cell);
  }
}

function writeCell(sheet: Worksheet, row: number, { column, columns, rows, text, style }: TemplateCell): void {
  const cell = sheet.getCell(row + 1, column + 1);
  cell.value = text === '' ? null : text;
  cell.style = sheetStyle(style, style.numberFormat ?? 'General', false);
  if (rows > 1 || columns > 1) sheet.mergeCells(row + 1, column + 1, row + rows, column + columns);
}

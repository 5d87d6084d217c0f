import { setImmediate as turn } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { lastDayOf } from '@jixiao/domain';
import type { stream } from 'exceljs';
import { sheetText } from '../../../../platform/documents/safe-cell.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import type { TemplateStamp } from '../report-file/read-report.js';
import { STAMP_SHEET, stampRows } from '../report-file/template-stamp.js';
import { DATE_FORMAT, entryOf, indicatorColumns, spendingColumns } from './template-columns.js';
import { HEADER_ROW, protectInOrder, TemplateSheet } from './template-sheet.js';
import { guideLines, periodTitle, SHEETS } from './template-words.js';
import { amountRule, likelihoodRule, reasonsRule, resultRule } from './validations.js';
import type { WorkbookProject } from './workbook-project.js';

type Writer = stream.xlsx.WorkbookWriter;

const ROWS_AT_A_TIME = 200;
const GUIDE_WIDTH = 110;
const AMOUNTS = ['expenditure', 'fiscal', 'other', 'expectedFullYear'] as const;

/**
 * Writes the template: instructions, a sheet with a row per project, one with a row per indicator, and the hidden stamp by
 * which it is known when it comes back. Rows are written and forgotten one after the other, so that a whole county fits.
 */
export async function writeTemplate(
  projects: readonly WorkbookProject[],
  stamp: TemplateStamp,
  locale: Locale,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const output = new PassThrough();
  const whole = buffer(output);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  workbook.creator = 'jixiao';
  writeGuide(workbook, stamp, locale);
  await writeSpending(workbook, projects, stamp, locale);
  await writeIndicators(workbook, projects, stamp, locale);
  writeStamp(workbook, stamp);
  await workbook.commit();
  return whole;
}

function writeGuide(workbook: Writer, stamp: TemplateStamp, locale: Locale): void {
  const sheet = workbook.addWorksheet(SHEETS.guide[locale]);
  sheet.columns = [{ width: GUIDE_WIDTH }];
  const title = sheet.addRow([periodTitle(stamp, locale)]);
  title.font = { bold: true, size: 15 };
  title.commit();
  for (const line of guideLines(stamp, locale)) {
    const row = sheet.addRow([sheetText(line)]);
    row.getCell(1).style = { alignment: { wrapText: true, vertical: 'top' } };
    row.height = line.length > 60 ? 32 : 18;
    row.commit();
  }
  protectInOrder(sheet);
  sheet.commit();
}

function writeStamp(workbook: Writer, stamp: TemplateStamp): void {
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' } as never);
  for (const row of stampRows(stamp)) sheet.addRow([...row]).commit();
  sheet.commit();
}

async function writeSpending(
  workbook: Writer,
  projects: readonly WorkbookProject[],
  stamp: TemplateStamp,
  locale: Locale,
): Promise<void> {
  const page = { frozen: 4, stamp, locale };
  const sheet = TemplateSheet.begin(workbook, SHEETS.spending[locale], spendingColumns(locale), page);
  for (const [index, project] of projects.entries()) {
    sheet.add(project, () => project.isOpen);
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await turn();
  }
  const cells = (key: Parameters<typeof sheet.range>[0]) => sheet.range(key, HEADER_ROW + 1, sheet.lastRow);
  if (projects.length > 0) {
    for (const key of AMOUNTS) sheet.validate(cells(key), amountRule(locale));
    sheet.validate(cells('spendReasons'), reasonsRule(locale));
  }
  sheet.finish();
}

async function writeIndicators(
  workbook: Writer,
  projects: readonly WorkbookProject[],
  stamp: TemplateStamp,
  locale: Locale,
): Promise<void> {
  const page = { frozen: 6, stamp, locale };
  const sheet = TemplateSheet.begin(workbook, SHEETS.indicators[locale], indicatorColumns(stamp.month, locale), page);
  const lastDay = lastDayOf(stamp);
  const rows = projects.flatMap((project) => project.indicators.map((indicator) => ({ project, indicator })));
  for (const [index, row] of rows.entries()) {
    const entry = entryOf(row.indicator.kind);
    const isOpen = (key: string): boolean => row.project.isOpen && (key !== 'result' || entry !== 'none');
    const number = sheet.add(row, isOpen, (key) => (key === 'result' && entry === 'date' ? DATE_FORMAT : null));
    const cell = sheet.range('result', number, number);
    if (entry !== 'none') sheet.validate(cell, resultRule(entry, cell, lastDay, locale));
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await turn();
  }
  const cells = (key: Parameters<typeof sheet.range>[0]) => sheet.range(key, HEADER_ROW + 1, sheet.lastRow);
  if (rows.length > 0) {
    sheet.validate(cells('likelihood'), likelihoodRule(locale));
    sheet.validate(cells('reasons'), reasonsRule(locale));
  }
  sheet.finish();
}

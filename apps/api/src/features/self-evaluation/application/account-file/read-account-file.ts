import { isBlankCell, type Block, type Cell, type Problem } from '@jixiao/domain';
import { readTargetDocument } from '../../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import { readAmount, unitOf, type AmountUnit } from '../../../treasury/index.js';
import type { AccountRow, AccountsDelivery } from '../accounts-delivery.js';
import { accountColumn, type AccountColumn, type AccountField, type AccountText } from './account-columns.js';

const MAX_FILE_ROWS = 50_000;

/** Sums at the end of a list name no project. */
const TOTAL = /^(?:合计|总计|小计|总和|total)/i;
const COLUMN = /(?:!([A-Z]+)\d+|cell (\d+))$/;

/** By the part of a place that names a column. */
type Columns = ReadonlyMap<string, AccountColumn>;

interface Sheet {
  readonly name: string;
  readonly columns: Columns;
  readonly unit: AmountUnit | null;
  readonly ignored: readonly string[];
}

/**
 * Reads a file of final accounts (`.csv`, `.xlsx`): its first sheet whose header names a project and an amount. Rows that cannot be
 * read are kept as faults, so that a file is repaired in one go.
 * @throws DomainError what reading a document refuses, `final-account-header-missing`, `final-account-column-twice` where two columns
 *   say that they are the same amount, `final-account-empty`, `too-many-figures`
 */
export async function readAccountFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  year: number,
): Promise<AccountsDelivery> {
  const rows: AccountRow[] = [];
  const faults: { at: string; problem: Problem }[] = [];
  let sheet: Sheet | null = null;
  let unit: AmountUnit | null = null;
  for await (const block of readTargetDocument(file.bytes, file.name)) {
    if (sheet !== null && sheetOf(block.at) !== sheet.name) break;
    const cells = block.kind === 'row' ? block.cells : [block];
    const header = headerOf(cells, block, unit);
    if (sheet === null) {
      sheet = header;
      unit = cells.map(({ text }) => unitOf(text)).find((each) => each !== null) ?? unit;
    } else if (header === null && block.kind === 'row') {
      const read = readRow(sheet, block.at, cells);
      if (read === null) continue;
      if ('problem' in read) faults.push(read);
      else rows.push(read);
    }
  }
  if (sheet === null) throw new DomainError('final-account-header-missing', { file: file.name });
  if (rows.length + faults.length === 0) throw new DomainError('final-account-empty', { file: file.name });
  if (rows.length > MAX_FILE_ROWS) throw new DomainError('too-many-figures', { limit: MAX_FILE_ROWS });
  return { year, sourceName: file.name.slice(-200), rows, faults, ignoredColumns: sheet.ignored };
}

const columnOf = ({ at }: Cell): string =>
  COLUMN.exec(at)
    ?.slice(1)
    .find((part) => part !== undefined) ?? at;
const sheetOf = (at: string): string => (at.includes('!') ? at.slice(0, at.lastIndexOf('!')) : '');

function headerOf(cells: readonly Cell[], { at }: Block, unit: AmountUnit | null): Sheet | null {
  const columns = new Map<string, AccountColumn>();
  const ignored: string[] = [];
  for (const cell of cells) {
    const column = accountColumn(cell.text);
    if (column !== null) columns.set(columnOf(cell), column);
    else if (!isBlankCell(cell.text)) ignored.push(cell.text);
  }
  const found = [...columns.values()];
  const isNamed = found.some((column) => 'text' in column && column.text !== 'note');
  const isHeader = isNamed && found.some((column) => 'amount' in column);
  if (!isHeader) return null;
  requireEachOnce(cells);
  return { name: sheetOf(at), columns, unit, ignored };
}

/** Which of two columns counts is not for the reader of a file to guess. */
function requireEachOnce(cells: readonly Cell[]): void {
  const labels = new Map<AccountField, string>();
  for (const { text } of cells) {
    const column = accountColumn(text);
    if (column === null || !('amount' in column)) continue;
    const other = labels.get(column.amount);
    if (other !== undefined) throw new DomainError('final-account-column-twice', { one: other, other: text.trim() });
    labels.set(column.amount, text.trim());
  }
}

/** @returns null for a row that names no project */
function readRow(
  { columns, unit }: Sheet,
  at: string,
  cells: readonly Cell[],
): AccountRow | { readonly at: string; readonly problem: Problem } | null {
  const texts: Partial<Record<AccountText, string>> = {};
  const amounts: Partial<Record<AccountField, number>> = {};
  let problem: Problem | null = null;
  for (const cell of cells) {
    const column = columns.get(columnOf(cell));
    if (column === undefined || isBlankCell(cell.text)) continue;
    if ('text' in column) {
      texts[column.text] = cell.text.trim();
      continue;
    }
    const amount = readAmount(cell.text, column.unit ?? unit);
    if (!amount.ok) problem = amount.error;
    else if (amount.value !== null && amount.value < 0) problem = { code: 'final-account-negative' };
    else if (amount.value !== null) amounts[column.amount] = amount.value;
  }
  const { code = null, name = null, note = null } = texts;
  if ((code === null && name === null) || TOTAL.test(code ?? name ?? '')) return null;
  if (problem !== null) return { at, problem };
  const { expenditureFen = null, fiscalFen = null, carriedFen = null, otherFen = null } = amounts;
  return { at, code, name, note, expenditureFen, fiscalFen, carriedFen, otherFen };
}

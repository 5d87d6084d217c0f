import { isBlankCell, type Coverage, type Problem, type TreasuryField } from '@jixiao/domain';
import type { DeliveryBasis } from '../../persistence/treasury-delivery.entity.js';
import type { DeliveryRow, FaultyRow } from '../delivery-types.js';
import { readAmount, readMonth } from './cells.js';
import type { PlainColumn } from './header.js';
import type { SheetHeader, SheetRow } from './sheet.js';

/** Sums at the end of a list name no project. */
const TOTAL = /^(?:合计|总计|小计|总和|total)/i;

type Amounts = Map<number, Map<TreasuryField, number>>;

/** A project's month as several payments add up to it. */
interface Sum {
  readonly at: string;
  readonly code: string;
  readonly month: number;
  readonly amounts: Map<TreasuryField, number>;
  payments: number;
}

/**
 * Turns the rows of a sheet into rows of a delivery: one for each month that a row gives, and where rows are single payments
 * with a date, one for each project and month with their sum. What cannot be read is kept as a fault.
 */
export class FileRows {
  readonly faults: FaultyRow[] = [];
  private readonly taken: DeliveryRow[] = [];
  private readonly sums = new Map<string, Sum>();
  private readonly arePayments: boolean;

  constructor(
    private readonly header: SheetHeader,
    private readonly year: number,
    basis: DeliveryBasis,
  ) {
    this.arePayments = basis === 'monthly' && header.plain.has('date');
  }

  get rows(): readonly DeliveryRow[] {
    return this.arePayments ? [...this.sums.values()].map(summedRow) : this.taken;
  }

  readonly take = (row: SheetRow): void => {
    const code = this.plain(row, 'code');
    if (this.isNoProject(row, code)) return;
    const fault = (problem: Problem): void => void this.faults.push({ at: row.at, code: code || null, problem });
    if (isBlankCell(code)) return fault({ code: 'code-missing' });
    const time = this.plain(row, 'date') || this.plain(row, 'month');
    for (const [month, amounts] of amountsOf(row, this.header, monthCell(time, this.year), fault) ?? []) {
      if (this.arePayments) add(this.sums, { at: row.at, code, month, amounts, payments: 1 });
      else this.taken.push({ at: row.at, code, month, given: Object.fromEntries(amounts) });
    }
  };

  private isNoProject({ cells }: SheetRow, code: string): boolean {
    if (!isBlankCell(code)) return TOTAL.test(code);
    const saysNothing = [...this.header.amounts.keys()].every((column) => isBlankCell(cells.get(column) ?? ''));
    return saysNothing || [...cells.values()].some((text) => TOTAL.test(text));
  }

  private plain({ cells }: SheetRow, column: PlainColumn): string {
    return cells.get(this.header.plain.get(column) ?? '')?.trim() ?? '';
  }
}

type MonthCell = { readonly month: number } | { readonly problem: Problem };

function monthCell(text: string, year: number): MonthCell {
  if (isBlankCell(text)) return { problem: { code: 'month-missing' } };
  const read = readMonth(text);
  if (read === null) return { problem: { code: 'month-unreadable', params: { text: text.slice(0, 50) } } };
  const isOther = read.year !== null && read.year !== year;
  return isOther ? { problem: { code: 'month-other-year', params: { text, year } } } : { month: read.month };
}

/** The amounts of a row by month; null, with the fault told, where one of them cannot be read. */
function amountsOf(
  row: SheetRow,
  { amounts, unit }: SheetHeader,
  cell: MonthCell,
  fault: (problem: Problem) => void,
): Amounts | null {
  const byMonth: Amounts = new Map();
  for (const [column, { field, unit: own, month: labelled }] of amounts) {
    const amount = readAmount(row.cells.get(column) ?? '', own ?? unit);
    if (!amount.ok) {
      fault({ ...amount.error, params: { column: field, ...amount.error.params } });
      return null;
    }
    if (amount.value === null) continue;
    if (labelled === null && 'problem' in cell) {
      fault(cell.problem);
      return null;
    }
    const month = labelled ?? ('month' in cell ? cell.month : 0);
    const figures = byMonth.get(month) ?? new Map<TreasuryField, number>();
    byMonth.set(month, figures.set(field, amount.value));
  }
  if (byMonth.size === 0) fault({ code: 'figure-missing' });
  return byMonth;
}

function add(sums: Map<string, Sum>, payment: Sum): void {
  const key = `${payment.code} ${payment.month}`;
  const sum = sums.get(key);
  if (sum === undefined) {
    sums.set(key, payment);
    return;
  }
  sum.payments += 1;
  for (const [field, fen] of payment.amounts) sum.amounts.set(field, (sum.amounts.get(field) ?? 0) + fen);
}

const summedRow = ({ at, code, month, amounts, payments }: Sum): DeliveryRow => ({
  at: payments === 1 ? at : `${at} +${payments - 1}`,
  code,
  month,
  given: Object.fromEntries(amounts),
});

/** What the labels say of all amounts of a sheet; null where they say nothing, `mixed` where they contradict. */
export function basisOf({ amounts, plain }: SheetHeader): DeliveryBasis | 'mixed' | null {
  const stated = new Set([...amounts.values()].flatMap(({ basis }) => basis ?? []));
  if (stated.size > 1) return 'mixed';
  const [basis] = stated;
  return basis ?? (plain.has('date') ? 'monthly' : null);
}

/** From the first to the last month that the rows name; null without rows. */
export function monthsOf(rows: readonly DeliveryRow[]): Coverage | null {
  if (rows.length === 0) return null;
  let [from, to] = [12, 1];
  for (const { month } of rows) [from, to] = [Math.min(from, month), Math.max(to, month)];
  return { from, to };
}

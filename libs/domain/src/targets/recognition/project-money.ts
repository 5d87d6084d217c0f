import { type Fen, parseAmount } from '../../kernel/money.js';
import { isBlankCell } from '../../kernel/text.js';
import type { Located } from './recognition-context.js';
import { printed, type Remark } from './warning-list.js';

export type MoneyField = 'budget' | 'fiscalFunds' | 'otherFunds';
export type MoneyUnit = 'wan' | 'yuan';

interface PrintedAmount extends Located {
  /** The unit in the label's own brackets; null where only the table's unit line can tell. */
  readonly unit: MoneyUnit | null;
}

/** No amount is longer; a text in its place is refused without being searched further. */
const LONGEST_AMOUNT = 100;

/** The amounts of a project's budget row, read once the table's unit of money is known. */
export class ProjectMoney {
  private readonly amounts = new Map<MoneyField, PrintedAmount>();

  has(field: MoneyField): boolean {
    return this.amounts.has(field);
  }

  set(field: MoneyField, cell: Located, unit: MoneyUnit | null): void {
    this.amounts.set(field, { ...cell, unit });
  }

  /** The cell an amount was printed in, or null. */
  source(field: MoneyField): Located | null {
    return this.amounts.get(field) ?? null;
  }

  get isBlank(): boolean {
    return [...this.amounts.values()].every((amount) => isBlankCell(amount.text));
  }

  /**
   * Amounts in 分. A unit in one amount's label holds for the others too, unless a line names the table's unit. Without
   * any unit they are 万元, as in the national form, and that is remarked on.
   * The parts must sum to the budget where any part is printed.
   */
  finish(
    tableUnit: MoneyUnit | null,
    at: string,
  ): { readonly amounts: Record<MoneyField, Fen | null>; remarks: Remark[] } {
    const remarks: Remark[] = [];
    const unit = tableUnit ?? [...this.amounts.values()].find((amount) => amount.unit !== null)?.unit ?? null;
    const read = (field: MoneyField): Fen | null => this.read(field, unit, remarks);
    const amounts = { budget: read('budget'), fiscalFunds: read('fiscalFunds'), otherFunds: read('otherFunds') };
    const { budget, fiscalFunds, otherFunds } = amounts;
    const place = this.amounts.get('budget')?.at ?? at;
    const parts = (fiscalFunds ?? 0) + (otherFunds ?? 0);
    if (this.isBudgetMissing()) remarks.push({ code: 'budget-missing', at: place });
    if (budget !== null && (fiscalFunds !== null || otherFunds !== null) && budget !== parts) {
      remarks.push({ code: 'budget-parts-differ', params: { budgetFen: budget, partsFen: parts }, at: place });
    }
    return { amounts, remarks };
  }

  private read(field: MoneyField, tableUnit: MoneyUnit | null, remarks: Remark[]): Fen | null {
    const amount = this.amounts.get(field);
    if (!amount) return null;
    const text = amount.text.slice(0, LONGEST_AMOUNT);
    const unit = amount.unit ?? tableUnit;
    const result = parseAmount(text, unit ?? 'wan');
    if (!result.ok) {
      remarks.push({ code: result.error.code, params: { text: printed(text), ...result.error.params }, at: amount.at });
      return null;
    }
    const isAssumed = unit === null && result.value !== null && !/[元万亿圆块]/.test(text);
    if (isAssumed && !remarks.some(({ code }) => code === 'money-unit-assumed')) {
      remarks.push({ code: 'money-unit-assumed', params: { text: printed(text) }, at: amount.at });
    }
    return result.value;
  }

  private isBudgetMissing(): boolean {
    const budget = this.amounts.get('budget');
    return !budget || isBlankCell(budget.text);
  }
}

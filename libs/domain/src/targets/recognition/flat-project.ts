import { isBlankCell } from '../../kernel/text.js';
import type { RecognisedProject } from './document-types.js';
import type { PrintedIndicator } from './printed-indicator.js';
import { recogniseIndicator } from './printed-indicator.js';
import type { PrintedUnit } from './printed-unit.js';
import { assembleProject, codeText, type FinishedProject } from './project-assembly.js';
import type { ProjectDraft } from './project-draft.js';
import { type MoneyField, type MoneyUnit, ProjectMoney } from './project-money.js';
import { finishSchedule } from './project-schedule.js';
import type { Located } from './recognition-context.js';
import { printed, type Remark, RemarkList } from './warning-list.js';

/** What of a project its rows repeat, and may contradict each other about. */
export type RepeatedField = 'code' | 'name' | 'unit' | 'schedule' | MoneyField;

const LABELS: Readonly<Record<RepeatedField, string>> = {
  code: '项目编码',
  name: '项目名称',
  unit: '预算单位',
  schedule: '资金支出计划',
  budget: '预算数',
  fiscalFunds: '财政资金',
  otherFunds: '其他资金',
};

/** More texts than any project has purposes or goals; each new one is compared with those before it. */
const MOST_TEXTS = 100;

interface FlatHead {
  readonly at: string;
  readonly unit: PrintedUnit | null;
  readonly classified: boolean;
  readonly moneyUnit: MoneyUnit | null;
}

/** One project of a table that lists many, gathered from its rows wherever they stand. */
export class FlatProject implements ProjectDraft {
  readonly heading = null;
  readonly at: string;
  readonly unit: PrintedUnit | null;
  code: Located | null = null;
  name: Located | null = null;
  readonly indicators: PrintedIndicator[] = [];
  readonly incomplete: { readonly level2: string | null; readonly name: string | null }[] = [];
  private readonly moneyUnit: MoneyUnit | null;
  private readonly money = new ProjectMoney();
  private readonly purposes: Located[] = [];
  private readonly goals: Located[] = [];
  private schedule: readonly Located[] = [];
  private months: readonly number[] | null = null;
  private classified: boolean;
  private remarks: RemarkList | null = null;
  private differing: Set<RepeatedField> | null = null;

  constructor({ at, unit, classified, moneyUnit }: FlatHead) {
    this.at = at;
    this.unit = unit;
    this.classified = classified;
    this.moneyUnit = moneyUnit;
  }

  get codeText(): string {
    return codeText(this.code);
  }

  isEmpty(): boolean {
    const texts = [this.code, this.name, ...this.purposes, ...this.goals].map((cell) => cell?.text ?? '');
    const hasContent = this.indicators.length > 0 || this.incomplete.length > 0 || !this.money.isBlank;
    return !hasContent && texts.every(isBlankCell);
  }

  markClassified(): void {
    this.classified = true;
  }

  remark(remark: Remark): void {
    this.remarks ??= new RemarkList();
    this.remarks.add(remark);
  }

  /** Takes code or name; what a row above printed counts, and a difference is remarked on. */
  setIdentity(field: 'code' | 'name', cell: Located): void {
    const known = this[field];
    if (known === null) this[field] = cell;
    else if (!isSame(known.text, cell.text)) this.remarkDifference(field, known, cell);
  }

  setAmount(field: MoneyField, cell: Located, unit: MoneyUnit | null): void {
    const known = this.money.source(field);
    if (known === null) this.money.set(field, cell, unit);
    else if (!isSame(known.text, cell.text)) this.remarkDifference(field, known, cell);
  }

  /** Takes the percentages of a row, in the order of their months. */
  setSchedule(cells: readonly Located[], months: readonly number[]): void {
    const [first] = cells;
    if (this.months === null) {
      this.schedule = cells;
      this.months = months;
    } else if (first && !isSame(joined(this.schedule), joined(cells))) {
      const known = { text: joined(this.schedule), at: this.schedule[0]?.at ?? this.at };
      this.remarkDifference('schedule', known, { text: joined(cells), at: first.at });
    }
  }

  /** A purpose or a goal goes on over several rows; what stands there already is only repeated. */
  addText(field: 'purposes' | 'goals', cell: Located): void {
    const known = this[field];
    if (known.some(({ text }) => text === cell.text)) return;
    if (known.length < MOST_TEXTS) known.push(cell);
    else this.remark({ code: 'unrecognised-cell', params: { text: printed(cell.text) }, at: cell.at });
  }

  remarkDifference(field: RepeatedField, first: Located, other: Located): void {
    this.differing ??= new Set();
    if (this.differing.has(field)) return;
    this.differing.add(field);
    const params = { label: LABELS[field], first: printed(first.text), other: printed(other.text) };
    this.remark({ code: 'project-cells-differ', params, at: other.at });
  }

  finish(year: number | null): FinishedProject | null {
    if (this.isEmpty()) return null;
    const remarks = this.remarks ?? new RemarkList();
    const indicators = this.indicators.map((indicator) => recogniseIndicator(indicator, year, remarks));
    const incompleteIndicators: RecognisedProject['incompleteIndicators'] = this.incomplete;
    return assembleProject({
      at: this.at,
      heading: null,
      unit: this.unit,
      code: this.code,
      name: this.name,
      money: this.money,
      moneyUnit: this.moneyUnit,
      schedule: finishSchedule(this.schedule, this.months, this.at),
      purposes: this.purposes,
      goals: this.goals,
      indicators,
      incompleteIndicators,
      classified: this.classified,
      remarks: [remarks],
    });
  }
}

const joined = (cells: readonly Located[]): string => cells.map(({ text }) => text).join('/');

/** Cells as they are compared: `1,200.50` and `1200.5` are one amount, and white space is nothing. */
const isSame = (left: string, right: string): boolean => left === right || comparable(left) === comparable(right);

function comparable(text: string): string {
  const plain = text
    .slice(0, 500)
    .normalize('NFKC')
    .replace(/[\s,]+/g, '');
  return /^\d{1,20}\.\d{1,20}$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain;
}

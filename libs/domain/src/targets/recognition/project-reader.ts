import { isBlankCell } from '../../kernel/text.js';
import { isClassifiedAnswer, mentionsMark } from './classified-marks.js';
import { goalTexts } from './goal-texts.js';
import { IndicatorRows } from './indicator-rows.js';
import { type Field, fieldOf, moneyUnitLine, moneyUnitOfLabel } from './labels.js';
import { type PrintedUnit, unitOfCell } from './printed-unit.js';
import { assembleProject, codeText, type FinishedProject } from './project-assembly.js';
import type { ProjectDraft } from './project-draft.js';
import { type MoneyUnit, ProjectMoney } from './project-money.js';
import { ProjectSchedule } from './project-schedule.js';
import type { Located, Row } from './recognition-context.js';
import { labelBeforeColon, PLACE, startsIndicatorRow } from './row-place.js';
import { printed, RemarkList } from './warning-list.js';

/** What stands above a project's table. */
export interface TableHead {
  readonly heading: Located | null;
  readonly moneyUnit: MoneyUnit | null;
  readonly classified: boolean;
  /** The budgeting unit printed nearest above. */
  readonly unit: PrintedUnit | null;
}

const MONEY_FIELDS: ReadonlySet<Field> = new Set(['budget', 'fiscalFunds', 'otherFunds']);

/** Reads the rows of one project's target table, from its head to its last indicator. */
export class ProjectReader implements ProjectDraft {
  /** Lowest place reached so far; a row above it belongs to the next project. */
  private place: number = PLACE.unit;
  private readonly seen = new Map<Field, Located>();
  private readonly money = new ProjectMoney();
  private readonly schedule = new ProjectSchedule();
  private readonly indicators = new IndicatorRows();
  private readonly purposes: Located[] = [];
  private readonly goalCells: Located[] = [];
  private readonly remarks = new RemarkList();
  private moneyUnit: MoneyUnit | null;
  private unitAbove: PrintedUnit | null;
  private classified: boolean;
  /** A label that ended its row; the value may stand at the beginning of the next one. */
  private openLabel: Field | null = null;

  constructor(
    private readonly head: TableHead,
    readonly at: string,
  ) {
    this.moneyUnit = head.moneyUnit;
    this.unitAbove = head.unit;
    this.classified = head.classified || mentionsMark(head.heading?.text ?? '');
  }

  /** The unit in the table's own rows only. */
  get ownUnit(): PrintedUnit | null {
    const cell = this.seen.get('unit');
    return cell && !isBlankCell(cell.text) ? unitOfCell(cell) : null;
  }

  get codeText(): string {
    return codeText(this.seen.get('code') ?? null);
  }

  get rawValues(): string[] {
    return this.indicators.rawValues;
  }

  get heading(): Located | null {
    return this.head.heading;
  }

  setMoneyUnit(unit: MoneyUnit): void {
    this.moneyUnit = unit;
  }

  /** A unit line that stands inside the head of the table. */
  setUnitAbove(unit: PrintedUnit): void {
    this.unitAbove = unit;
  }

  /** True where a row with this place begins another project's table. */
  isFollowedBy(row: Row, place: number | null): boolean {
    if (place === null) return false;
    if (place === PLACE.unit) return this.place > PLACE.head;
    if (place === PLACE.indicators) return false;
    if (place === PLACE.head)
      return this.place > PLACE.head || row.cells.slice(0, 8).some((cell) => this.isRepeated(cell));
    return this.place === PLACE.indicators;
  }

  /** Takes a row of this project; `place` is what the row's own label tells. */
  take(row: Row, place: number | null): void {
    if (this.schedule.awaiting) {
      if (place === null && this.schedule.takeValues(row)) return;
      this.schedule.awaiting = false;
    }
    if (row.cells.every((cell) => cell.text === '')) return;
    if (place === PLACE.indicators) this.indicators.header(row);
    else if (place === null) return this.takeUnlabelled(row);
    else this.scan(row, 0);
    this.place = Math.max(this.place, place);
  }

  /** A text between the table's rows or below it that is no heading. */
  takeText(text: Located): void {
    if (mentionsMark(text.text)) this.classified = true;
    this.remarks.add({ code: 'unrecognised-text', params: { text: printed(text.text) }, at: text.at });
  }

  markClassified(): void {
    this.classified = true;
  }

  /** The project, or null for an empty form. */
  finish(year: number | null): FinishedProject | null {
    if (this.isEmpty()) return null;
    return assembleProject({
      at: this.at,
      heading: this.head.heading,
      unit: this.ownUnit ?? this.unitAbove,
      code: this.seen.get('code') ?? null,
      name: this.seen.get('name') ?? null,
      money: this.money,
      moneyUnit: this.moneyUnit,
      schedule: this.schedule.finish(this.at),
      purposes: this.purposes,
      goals: this.goalCells,
      indicators: this.indicators.finish(year),
      incompleteIndicators: this.indicators.incomplete,
      classified: this.classified,
      remarks: [this.remarks, this.indicators.remarks],
    });
  }

  private isRepeated(cell: Located): boolean {
    const field = fieldOf(cell.text);
    return (field === 'code' || field === 'name') && this.seen.has(field);
  }

  /** True for an empty form: no code, name, budget, purpose, goal or indicator. */
  isEmpty(): boolean {
    const texts = [this.seen.get('code')?.text ?? '', this.seen.get('name')?.text ?? ''];
    const hasText = [...texts, ...goalTexts(this.goalCells.map(({ text }) => text))].some((text) => !isBlankCell(text));
    return !hasText && this.purposes.length === 0 && this.money.isBlank && this.indicators.isEmpty;
  }

  /** A row whose first cell is merged with the one above, or an indicator row. */
  private takeUnlabelled(row: Row): void {
    if (this.openLabel !== null && this.takeOpenValue(row, this.openLabel)) return;
    if (this.place === PLACE.indicators) return this.indicators.row(row);
    if (startsIndicatorRow(row.cells.slice(0, 2).map((cell) => cell.text)) && row.cells.length >= 4) {
      this.place = PLACE.indicators;
      return this.indicators.row(row);
    }
    const first = row.cells.find((cell) => cell.text !== '');
    if (first && fieldOf(first.text) !== null) return this.scan(row, 0);
    if (this.place === PLACE.budget) return this.takePurpose(row.cells);
    if (this.place === PLACE.goals) return this.takeGoals(row.cells);
    this.remarkOn('unrecognised-row', row.cells);
  }

  private takeOpenValue(row: Row, field: Field): boolean {
    this.openLabel = null;
    const [first] = row.cells;
    if (!first || first.text === '') return false;
    const fits = MONEY_FIELDS.has(field) ? /^[\d,.]+\s*(?:万|亿)?元?$/.test(first.text) : row.cells.length === 1;
    if (!fits) return false;
    this.setField(field, first, null);
    this.scan(row, 1);
    return true;
  }

  /** Goes through label and value pairs from left to right, wherever in the row they stand. */
  private scan(row: Row, from: number): void {
    const strays: Located[] = [];
    for (let index = from; index < row.cells.length; index += 1) {
      const cell = row.cells[index];
      if (!cell || cell.text === '') continue;
      const field = fieldOf(cell.text);
      if (field === 'schedule') return this.schedule.header(row, index);
      if (field === 'goals') return this.takeGoals(row.cells.slice(index + 1));
      if (field === null) {
        if (!this.takeInline(cell)) strays.push(cell);
      } else if (field === 'budgetSection') this.moneyUnit ??= moneyUnitOfLabel(cell.text);
      else index = this.takeValue(row, index, field);
    }
    this.place = Math.max(this.place, PLACE.head);
    if (strays.length === 0) return;
    if (fieldOf(row.cells[0]?.text ?? '') === 'budgetSection') this.takePurpose(strays);
    else this.remarkOn('unrecognised-cell', strays);
  }

  /** Takes the cell behind a label; where that is a label itself, or missing, the value is blank. */
  private takeValue(row: Row, index: number, field: Field): number {
    const unit = moneyUnitOfLabel(row.cells[index]?.text ?? '');
    const next = row.cells[index + 1];
    if (!next) {
      this.openLabel = field;
      return index;
    }
    if (next.text !== '' && fieldOf(next.text) !== null) return index;
    this.setField(field, next, unit);
    return index + 1;
  }

  /** Label and value in one cell: 项目名称：办案经费. */
  private takeInline(cell: Located): boolean {
    const unit = moneyUnitLine(cell.text);
    if (unit !== null) {
      this.moneyUnit ??= unit;
      return true;
    }
    const label = labelBeforeColon(cell.text);
    const field = fieldOf(label);
    if (field === null) return false;
    const value = { text: cell.text.slice(label.length + 1).trim(), at: cell.at };
    if (field === 'goals') this.takeGoals([value]);
    else this.setField(field, value, moneyUnitOfLabel(label));
    return true;
  }

  private setField(field: Field, cell: Located, unit: MoneyUnit | null): void {
    if (field === 'purpose') return this.takePurpose([cell]);
    if (field === 'secrecy' && isClassifiedAnswer(cell.text)) this.classified = true;
    const isMoney = field === 'budget' || field === 'fiscalFunds' || field === 'otherFunds';
    if (this.seen.has(field)) return this.remarkOn('repeated-field', [cell]);
    this.seen.set(field, cell);
    if (isMoney) this.money.set(field, cell, unit);
  }

  private takePurpose(cells: readonly Located[]): void {
    for (const cell of cells) if (!isBlankCell(cell.text)) this.purposes.push(cell);
  }

  private takeGoals(cells: readonly Located[]): void {
    this.place = Math.max(this.place, PLACE.goals);
    for (const cell of cells) if (cell.text !== '') this.goalCells.push(cell);
  }

  private remarkOn(code: string, cells: readonly Located[]): void {
    const text = printed(...cells.slice(0, 12).map((cell) => cell.text));
    this.remarks.add({ code, params: { text }, at: cells[0]?.at ?? this.at });
  }
}

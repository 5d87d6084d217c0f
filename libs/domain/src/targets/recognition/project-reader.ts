import { isBlankCell } from '../../kernel/text.js';
import { lintCosts } from '../lint.js';
import { checkProjectCode } from '../project-code.js';
import { isClassifiedAnswer, mentionsMark, withoutMark } from './classified-marks.js';
import type { RecognisedProject } from './document-types.js';
import { goalTexts } from './goal-texts.js';
import { IndicatorRows } from './indicator-rows.js';
import { type Field, fieldOf, isTableHeading, moneyUnitLine, moneyUnitOfLabel, nameInHeading } from './labels.js';
import { type MoneyUnit, ProjectMoney } from './project-money.js';
import { ProjectSchedule } from './project-schedule.js';
import { joinedLines, type Located, type Row } from './recognition-context.js';
import { labelBeforeColon, PLACE, startsIndicatorRow } from './row-place.js';
import { printed, RemarkList } from './warning-list.js';

/** What stands above a project's table. */
export interface TableHead {
  readonly heading: Located | null;
  readonly moneyUnit: MoneyUnit | null;
  readonly classified: boolean;
}

export interface FinishedProject {
  readonly project: RecognisedProject;
  readonly remarks: RemarkList;
}

const MONEY_FIELDS: ReadonlySet<Field> = new Set(['budget', 'fiscalFunds', 'otherFunds']);
/** No code is longer; a text in its place is refused without being searched further. */
const LONGEST_CODE = 100;
/** Cost targets are compared pairwise; no project has this many indicators. */
const MOST_COMPARED = 500;

/** Reads the rows of one project's target table, from its head to its last indicator. */
export class ProjectReader {
  /** Lowest place reached so far; a row above it belongs to the next project. */
  private place: number = PLACE.unit;
  private readonly seen = new Map<Field, Located>();
  private readonly money = new ProjectMoney();
  private readonly schedule = new ProjectSchedule();
  private readonly indicators = new IndicatorRows();
  private readonly purposes: string[] = [];
  private readonly goalCells: string[] = [];
  private readonly remarks = new RemarkList();
  private moneyUnit: MoneyUnit | null;
  private classified: boolean;
  /** A label that ended its row; the value may stand at the beginning of the next one. */
  private openLabel: Field | null = null;

  constructor(
    private readonly head: TableHead,
    readonly at: string,
  ) {
    this.moneyUnit = head.moneyUnit;
    this.classified = head.classified || mentionsMark(head.heading?.text ?? '');
  }

  get printedUnit(): Located | null {
    return this.seen.get('unit') ?? null;
  }

  get codeText(): string {
    return (this.seen.get('code')?.text ?? '').slice(0, LONGEST_CODE).replace(/\s/g, '');
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

  /** The project, or null for an empty form: no code, name, budget, purpose, goal or indicator. */
  finish(year: number | null): FinishedProject | null {
    if (this.isEmpty()) return null;
    const remarks = new RemarkList();
    const name = this.nameOf(remarks);
    const code = this.codeOf(remarks);
    const money = this.money.finish(this.moneyUnit, this.at);
    const schedule = this.schedule.finish(this.at);
    const goals = goalTexts(this.goalCells);
    const indicators = this.indicators.finish(year);
    const purpose = this.purposes.join('\n') || null;
    const classified = this.classified || [name, purpose ?? '', ...goals].some(mentionsMark);
    if (classified) remarks.add({ code: 'classified-project', at: this.at });
    remarks.add(...money.remarks, ...schedule.remarks);
    remarks.addAll(this.remarks);
    remarks.addAll(this.indicators.remarks);
    const costs = indicators.map((value) => ({ level2: value.level2, name: value.name, value }));
    if (costs.length <= MOST_COMPARED) {
      for (const problem of lintCosts(costs, money.amounts.budget)) remarks.add({ ...problem, at: this.at });
    }
    if (this.indicators.isEmpty) remarks.add({ code: 'indicators-missing', at: this.at });
    const project: RecognisedProject = {
      code,
      name,
      unitCode: null,
      unitName: null,
      budgetFen: money.amounts.budget,
      fiscalFundsFen: money.amounts.fiscalFunds,
      otherFundsFen: money.amounts.otherFunds,
      purpose,
      schedule: schedule.percents,
      scheduleMonths: schedule.months,
      goals,
      indicators,
      incompleteIndicators: this.indicators.incomplete,
      classified,
      sources: {},
      at: this.at,
    };
    return { project, remarks };
  }

  private isRepeated(cell: Located): boolean {
    const field = fieldOf(cell.text);
    return (field === 'code' || field === 'name') && this.seen.has(field);
  }

  private isEmpty(): boolean {
    const texts = [this.seen.get('code')?.text ?? '', this.seen.get('name')?.text ?? '', ...this.purposes];
    const hasText = [...texts, ...goalTexts(this.goalCells)].some((text) => !isBlankCell(text));
    return !hasText && this.money.isBlank && this.indicators.isEmpty;
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
      } else if (field !== 'budgetSection') index = this.takeValue(row, index, field);
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
    for (const { text } of cells) if (!isBlankCell(text)) this.purposes.push(text);
  }

  private takeGoals(cells: readonly Located[]): void {
    this.place = Math.max(this.place, PLACE.goals);
    for (const { text } of cells) if (text !== '') this.goalCells.push(text);
  }

  private nameOf(remarks: RemarkList): string {
    const cell = this.seen.get('name');
    const name = cell && !isBlankCell(cell.text) ? joinedLines(cell.text) : '';
    const inHeading = nameInHeading(this.head.heading?.text ?? '');
    const at = cell?.at ?? this.head.heading?.at ?? this.at;
    if (name === '') {
      remarks.add(
        inHeading === ''
          ? { code: 'name-missing', at }
          : { code: 'name-from-heading', params: { heading: inHeading }, at },
      );
      return inHeading;
    }
    if (isTableHeading(this.head.heading?.text ?? '') && comparable(inHeading) !== comparable(name)) {
      remarks.add({ code: 'heading-differs', params: { heading: printed(inHeading), name: printed(name) }, at });
    }
    return name;
  }

  /** R1–R2: a missing code is no error; a wrong form drops the code, never the project; a wrong check is a warning. */
  private codeOf(remarks: RemarkList): string | null {
    const text = this.codeText;
    const { code, problem, warning } = checkProjectCode(text);
    const at = this.seen.get('code')?.at ?? this.at;
    for (const found of [problem, warning]) {
      if (found) remarks.add({ code: found.code, params: { code: printed(text), ...found.params }, at });
    }
    return code;
  }

  private remarkOn(code: string, cells: readonly Located[]): void {
    const text = printed(...cells.slice(0, 12).map((cell) => cell.text));
    this.remarks.add({ code, params: { text }, at: cells[0]?.at ?? this.at });
  }
}

const comparable = (name: string): string =>
  withoutMark(name).normalize('NFKC').replace(/\s+/g, '').replace(/项目$/, '');

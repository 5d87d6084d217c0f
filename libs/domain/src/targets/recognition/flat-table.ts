import { isBlankCell } from '../../kernel/text.js';
import { isClassifiedAnswer } from './classified-marks.js';
import type { Column, ColumnLayout } from './column-layout.js';
import { FlatProject } from './flat-project.js';
import type { FlatProjects } from './flat-projects.js';
import { isNoteRow, isTotalRow } from './flat-rows.js';
import { level1OfLevel2 } from './labels.js';
import { levelsOf } from './level-names.js';
import type { KeptTexts } from './kept-texts.js';
import { type PrintedUnit, unitOfCell } from './printed-unit.js';
import type { MoneyField, MoneyUnit } from './project-money.js';
import { joinedLines, type Located, type Row } from './recognition-context.js';
import { type AlignedRow, alignedCells } from './row-alignment.js';
import { partsOf, RowCells } from './row-cells.js';
import { printed, type RemarkList } from './warning-list.js';

/** What stands above a table of many projects. */
export interface FlatContext {
  readonly moneyUnit: MoneyUnit | null;
  readonly classified: boolean;
  readonly unit: PrintedUnit | null;
}

const PROJECT_COLUMNS: readonly Column[] = [
  ...(['unit', 'unitCode', 'department', 'projectCode', 'projectName', 'secrecy', 'budget'] as const),
  ...(['fiscalFunds', 'otherFunds', 'purpose', 'goals'] as const),
];
const MONEY: readonly MoneyField[] = ['budget', 'fiscalFunds', 'otherFunds'];

/** Reads the rows below one header of a table that lists many projects, one row per indicator. */
export class FlatTable {
  private project: FlatProject | null = null;
  /** What was taken in for the project so far, by column. */
  private taken: string[] = [];
  private level1 = '';
  private level2 = '';
  private unit: PrintedUnit | null;
  private readonly remarkedColumns = new Set<number>();
  private readonly months: ColumnLayout['months'];
  private readonly projectColumns: readonly number[];

  constructor(
    private readonly layout: ColumnLayout,
    private context: FlatContext,
    private readonly projects: FlatProjects,
    private readonly texts: KeptTexts,
    private readonly remarks: RemarkList,
  ) {
    this.unit = context.unit;
    this.months = layout.months.toSorted((left, right) => left.month - right.month);
    const columns = PROJECT_COLUMNS.flatMap((column) => layout.columns.get(column) ?? []);
    this.projectColumns = [...columns, ...this.months.map(({ index }) => index)];
  }

  /** Goes on below the same header printed again; blank cells of a project are still merged with the rows before it. */
  resume(context: FlatContext): void {
    const isOtherUnit = context.unit !== null && context.unit !== this.context.unit;
    this.context = context;
    if (isOtherUnit && context.unit) this.setUnit(context.unit);
  }

  setMoneyUnit(moneyUnit: MoneyUnit): void {
    this.context = { ...this.context, moneyUnit };
  }

  /** A line between the rows that names the unit of those below it. */
  setUnit(unit: PrintedUnit): void {
    this.context = { ...this.context, unit };
    this.unit = unit;
    this.project = null;
    this.taken = [];
  }

  /** Takes a row; gives its target value as printed, or null where the row holds no indicator. */
  row(row: Row, isMarked: boolean): string | null {
    const aligned = alignedCells(row, this.layout);
    const cells = new RowCells(aligned.cells, this.layout);
    if (isTotalRow(row, cells)) return null;
    if (isNoteRow(aligned, row)) return this.remarkOnRow('unrecognised-row', row);
    const project = this.repeated(aligned) ?? this.changedProject(aligned, cells, row);
    if (!project) return this.remarkOnRow('unrecognised-row', row);
    if (isMarked) project.markClassified();
    this.remarkOnSurplus(aligned);
    return this.takeIndicator(project, cells, row);
  }

  /** The project of the row above, where this one says the same about it or nothing: so it is with nearly all rows. */
  private repeated({ cells }: AlignedRow): FlatProject | null {
    for (const index of this.projectColumns) {
      const text = cells[index]?.text ?? '';
      if (text !== '' && text !== this.taken[index]) return null;
    }
    return this.project;
  }

  private changedProject({ cells: all }: AlignedRow, cells: RowCells, row: Row): FlatProject | null {
    const before = this.project;
    const project = this.projectOf(cells, row);
    if (!project) return null;
    if (project !== before) this.taken = [];
    this.takeProjectCells(project, cells);
    for (const index of this.projectColumns) {
      const text = all[index]?.text ?? '';
      if (text !== '') this.taken[index] = text;
    }
    return project;
  }

  /** The project of a row: the one above where its cells are blank or repeated, else the one with its code or name. */
  private projectOf(cells: RowCells, row: Row): FlatProject | null {
    const [code, name] = [filled(cells, 'projectCode'), filled(cells, 'projectName')];
    if (code === null && name === null) {
      if (this.project || !hasIndicator(cells)) return this.project;
      return this.begin(this.newProject(cells, row));
    }
    const unit = this.unitOf(cells);
    const known = this.projects.find(unit, code?.text ?? null, name?.text ?? null, this.project);
    const project = known ?? this.newProject(cells, row);
    if (code) project.setIdentity('code', this.kept(code));
    if (name) project.setIdentity('name', this.kept(name));
    this.projects.register(project);
    return project === this.project ? project : this.begin(project);
  }

  private begin(project: FlatProject): FlatProject {
    this.project = project;
    this.level1 = '';
    this.level2 = '';
    return project;
  }

  private newProject(cells: RowCells, row: Row): FlatProject {
    const { classified, moneyUnit } = this.context;
    const unit = this.unitOf(cells);
    const cell = this.unitCell(cells);
    const project = new FlatProject({
      at: this.texts.keepPlace(row.at),
      unit: unit && cell ? { ...unit, ...this.kept(cell) } : unit,
      classified,
      moneyUnit,
    });
    this.projects.add(project);
    return project;
  }

  /** The cell that names the unit: its name, else its department where there is no column of units, else its code. */
  private unitCell(cells: RowCells): Located | null {
    const department = cells.has('unit') || cells.has('unitCode') ? null : filled(cells, 'department');
    return filled(cells, 'unit') ?? department ?? filled(cells, 'unitCode');
  }

  /** The unit of a row: in its own cells, else that of the rows above, which are merged with it. */
  private unitOf(cells: RowCells): PrintedUnit | null {
    const cell = this.unitCell(cells);
    const code = filled(cells, 'unitCode');
    if (!cell) return this.unit;
    if (this.unit?.text === cell.text && (code === null || this.unit.code === compact(code.text))) return this.unit;
    const unit = cell === code ? { code: null, name: '', ...this.kept(cell) } : unitOfCell(this.kept(cell));
    this.unit = { ...unit, code: code ? this.texts.keep(compact(code.text)) : unit.code };
    return this.unit;
  }

  private takeProjectCells(project: FlatProject, cells: RowCells): void {
    for (const field of MONEY) {
      const cell = filled(cells, field);
      if (cell) project.setAmount(field, this.kept(cell), this.moneyUnit(field));
    }
    for (const [column, field] of [
      ['purpose', 'purposes'],
      ['goals', 'goals'],
    ] as const) {
      for (const cell of cells.all(column)) project.addText(field, this.kept(cell));
    }
    const unit = filled(cells, 'unit');
    if (unit && project.unit && unit.text !== project.unit.text && this.unitOf(cells)?.name !== project.unit.name) {
      project.remarkDifference('unit', project.unit, this.kept(unit));
    }
    if (isClassifiedAnswer(cells.text('secrecy'))) project.markClassified();
    this.takeSchedule(project, cells);
  }

  private moneyUnit(field: MoneyField): MoneyUnit | null {
    const index = this.layout.columns.get(field)?.[0];
    return index === undefined ? null : (this.layout.moneyUnits.get(index) ?? null);
  }

  private takeSchedule(project: FlatProject, cells: RowCells): void {
    if (this.months.every(({ index }) => isBlankCell(cells.cellAt(index)?.text ?? ''))) return;
    const found = this.months.map(({ index }) => this.kept(cells.cellAt(index) ?? { text: '', at: project.at }));
    const months = this.months.map(({ month }) => month);
    project.setSchedule(found, months);
  }

  private takeIndicator(project: FlatProject, cells: RowCells, row: Row): string | null {
    const levels = levelsOf(cells);
    if (levels.level1 !== '') {
      this.level1 = this.texts.keep(levels.level1);
      this.level2 = '';
    }
    if (levels.level2 !== '') this.level2 = this.texts.keep(levels.level2);
    if (!hasIndicator(cells)) return null;
    const name = this.texts.keep(joinedLines(cells.text('name')));
    const value = cells.text('value');
    const at = this.texts.keepPlace(row.at);
    if (name === '' || isBlankCell(value)) {
      project.incomplete.push({ level2: this.level2 || null, name: name || null });
      project.remark({ code: 'indicator-incomplete', params: { text: printedRow(row) }, at });
      return null;
    }
    const level1 = this.level1 || (level1OfLevel2(this.level2) ?? '');
    if (level1 === '') project.remark({ code: 'level1-missing', params: { text: printedRow(row) }, at });
    const parts = partsOf(cells);
    project.indicators.push({
      level1,
      level2: this.level2,
      name,
      description: this.optional(cells, 'description'),
      value: { text: this.texts.keep(value), at: this.texts.keepPlace(cells.at('value') ?? row.at) },
      parts: parts && {
        operator: this.texts.keep(parts.operator),
        measure: this.texts.keep(parts.measure),
        direction: this.texts.keep(parts.direction),
      },
      weight: this.texts.keep(cells.text('weight')),
      basis: this.optional(cells, 'basis'),
      at,
    });
    return value;
  }

  private optional(cells: RowCells, column: 'description' | 'basis'): string | null {
    const text = cells.optional(column);
    return text === null ? null : this.texts.keep(text);
  }

  private kept(cell: Located): Located {
    return { text: this.texts.keep(cell.text), at: this.texts.keepPlace(cell.at) };
  }

  /** Columns that nothing takes in, once each, and cells outside the columns. */
  private remarkOnSurplus({ cells, surplus }: AlignedRow): void {
    for (const [index, text] of this.layout.unknown) {
      const cell = cells[index];
      if (!cell || cell.text === '' || this.remarkedColumns.has(index)) continue;
      this.remarkedColumns.add(index);
      const shown = text === '' ? printed(cell.text) : text;
      const code = text === '' ? 'unrecognised-cell' : 'unrecognised-column';
      this.remarks.add({ code, params: { text: shown }, at: cell.at });
    }
    const [first] = surplus;
    if (!first) return;
    this.remarks.add({
      code: 'unrecognised-cell',
      params: { text: printed(...surplus.slice(0, 12).map(({ text }) => text)) },
      at: first.at,
    });
  }

  private remarkOnRow(code: string, row: Row): null {
    this.remarks.add({ code, params: { text: printedRow(row) }, at: this.texts.keepPlace(row.at) });
    return null;
  }
}

const compact = (text: string): string => text.replace(/\s+/g, '');

const printedRow = ({ cells }: Row): string => printed(...cells.slice(0, 12).map(({ text }) => text));

function filled(
  cells: RowCells,
  column: 'projectCode' | 'projectName' | 'unit' | 'unitCode' | 'department' | MoneyField,
) {
  const cell = cells.cell(column);
  return cell && !isBlankCell(cell.text) ? cell : null;
}

const hasIndicator = (cells: RowCells): boolean =>
  !isBlankCell(cells.text('name')) || !isBlankCell(cells.text('value'));

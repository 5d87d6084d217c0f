import { columnOf } from './column-labels.js';
import { flatLayout } from './column-layout.js';
import type { YearEvidence } from './document-year.js';
import { FlatProjects } from './flat-projects.js';
import { type FlatContext, FlatTable } from './flat-table.js';
import { type Header, headerOf, withSubLabels } from './header-cells.js';
import { KeptTexts } from './kept-texts.js';
import type { PrintedUnit } from './printed-unit.js';
import type { MoneyUnit } from './project-money.js';
import { projectColumnOf } from './project-columns.js';
import type { ProjectDraft } from './project-draft.js';
import type { Row } from './recognition-context.js';
import type { RemarkList } from './warning-list.js';

/** Of the filled cells of a header's first row at least this share are labels that are known. */
const KNOWN_SHARE = 0.6;
const FEWEST_LABELS = 3;
const LONGEST_LABEL = 40;
const WIDEST_HEADER = 100;

/** Finds the tables of a document that list many projects, one row per indicator, and reads them one after the other. */
export class FlatTables {
  readonly projects: FlatProjects;
  private readonly texts = new KeptTexts();
  private table: FlatTable | null = null;
  /** The table that is or was open last: its header printed again, on the next page or sheet, goes on with it. */
  private last: { readonly table: FlatTable; readonly headers: readonly Header[] } | null = null;
  /** The header just read, while the next row may still be a second row of it. */
  private header: Header | null = null;
  /** A row that is a header only together with the next one. */
  private waiting: { readonly row: Row; readonly header: Header } | null = null;

  constructor(
    onProject: (draft: ProjectDraft) => void,
    private readonly year: YearEvidence,
    private readonly remarks: RemarkList,
  ) {
    this.projects = new FlatProjects((project) => {
      onProject(project);
    });
  }

  get isOpen(): boolean {
    return this.table !== null;
  }

  close(): void {
    this.table = null;
    this.header = null;
  }

  /** A row that was kept back as a possible header and is none; to be read as any other. */
  release(): Row | null {
    const row = this.waiting?.row ?? null;
    this.waiting = null;
    return row;
  }

  /** True where the row completes a header with the row that was kept back, or with the header of the open table. */
  completes(row: Row, context: () => FlatContext): boolean {
    const above = this.waiting?.header ?? this.header;
    this.header = null;
    const header = above && withSubLabels(above, row);
    if (!header || !this.open(header, context, above)) return false;
    this.waiting = null;
    return true;
  }

  /** True where the row is a header of such a table. */
  begins(row: Row, context: () => FlatContext): boolean {
    return namesProject(row) && this.open(headerOf(row), context);
  }

  /** Keeps a row back that may be the first of two header rows; true where it did. */
  keepsBack(row: Row): boolean {
    if (!namesProject(row)) return false;
    const printed = row.cells.filter(({ text }) => text !== '');
    const known = printed.filter(({ text }) => projectColumnOf(text) !== null || columnOf(text) !== null);
    const isLabels = printed.every(({ text }) => text.length <= LONGEST_LABEL);
    if (!isLabels || printed.length < FEWEST_LABELS || known.length < printed.length * KNOWN_SHARE) return false;
    this.waiting = { row, header: headerOf(row) };
    return true;
  }

  /** A line between the rows that names the unit of those below it. */
  setUnit(unit: PrintedUnit): void {
    this.table?.setUnit(unit);
  }

  setMoneyUnit(unit: MoneyUnit): void {
    this.table?.setMoneyUnit(unit);
  }

  /** Takes a row of the open table; `isMarked` where a secrecy mark stands above it. */
  row(row: Row, isMarked: boolean): void {
    const value = this.table?.row(row, isMarked) ?? null;
    if (value !== null) this.year.addValue(value);
  }

  private open(header: Header, context: () => FlatContext, above: Header | null = null): boolean {
    const known = this.last?.headers.some((printed) => isSameHeader(printed, header)) ? this.last : null;
    const layout = known ? null : flatLayout(header);
    if (!known && layout === null) return false;
    const found = context();
    if (known) known.table.resume(found);
    else if (layout) {
      const table = new FlatTable(layout, found, this.projects, this.texts, this.remarks);
      this.last = { table, headers: above ? [above, header] : [header] };
    }
    this.table = this.last?.table ?? null;
    this.header = header;
    return true;
  }
}

/** True for the same labels in the same places. */
const isSameHeader = (left: Header, right: Header): boolean =>
  left.cells.length === right.cells.length &&
  left.cells.every((cell, index) => {
    const other = right.cells[index];
    return cell.place === other?.place && cell.text === other.text && cell.group === other.group;
  });

/** A quick look that spares the rows of data a closer one: a label of a project column begins with one of few characters. */
const MAY_BE_LABEL = /^[\s*★]*[项二预支其]/;

function namesProject({ cells }: Row): boolean {
  return cells.length <= WIDEST_HEADER && cells.some(({ text }) => isProjectLabel(text));
}

function isProjectLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL || !MAY_BE_LABEL.test(text) || !text.includes('目')) return false;
  const column = projectColumnOf(text);
  return column === 'projectName' || column === 'projectCode';
}

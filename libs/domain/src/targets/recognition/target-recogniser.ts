import { BlankMargin, headingRow, loneCell } from './blank-margin.js';
import { isPageMark } from './classified-marks.js';
import { DepartmentGoals } from './department-goals.js';
import { DuplicateCheck, unitRemarks, yearRemarks } from './document-checks.js';
import type {
  Block,
  DocumentWarning,
  FinishedRecognition,
  RecognisedHead,
  RecognitionOptions,
} from './document-types.js';
import { isYearLine, YearEvidence } from './document-year.js';
import { FlatTables } from './flat-tables.js';
import type { FlatContext } from './flat-table.js';
import { isTableHeading, moneyUnitLine, nameInHeading } from './labels.js';
import { type PrintedUnit, unitOfLine } from './printed-unit.js';
import type { ProjectDraft } from './project-draft.js';
import type { MoneyUnit } from './project-money.js';
import { ProjectReader } from './project-reader.js';
import type { Located, Row } from './recognition-context.js';
import { PLACE, placeOfRow, startsIndicatorRow, WIDEST_ROW } from './row-place.js';
import { printed, type Remark, RemarkList, WarningList } from './warning-list.js';

/** Titles that structure the paper and say nothing about a project. */
const PART_TITLE = /^第[一二三四五六七八九十]+部分|^(?:预算)?项目(?:支出)?绩效目标$|^部门整体绩效目标$|^目录$/;
const LONGEST_HEADING = 100;
/** Outside a table's head only the unmistakable forms are a unit: a long code, a hyphen, brackets or a label in front. */
const UNIT_TEXT =
  /^(?:\d{6,}|\d{3,}[-－—]|[[［【]\d|(?:预算)?单位[:：][[［【]?\d{3,12}[\]］】\s_－—–-]{0,3}[\u4e00-\u9fff]{2}|预算单位[:：][\u4e00-\u9fff][\u4e00-\u9fff()（）]{1,39}$)/u;

/**
 * Recognises a document block by block (domain rules §11), so that a large file never stands in memory as a whole.
 * Total: any blocks in any order give a result; what is not understood is a warning with its place.
 */
export class TargetRecogniser {
  private readonly drafts: ProjectDraft[] = [];
  private readonly goals = new DepartmentGoals();
  private readonly year = new YearEvidence();
  private readonly units: PrintedUnit[] = [];
  private readonly headings: Located[] = [];
  private readonly remarks = new RemarkList();
  private readonly flat = new FlatTables((draft) => this.drafts.push(draft), this.year, this.remarks);
  private reader: ProjectReader | null = null;
  /** The unit printed nearest above. */
  private unit: PrintedUnit | null = null;
  /** Texts since the last row: the last one may be the heading of the next table. */
  private texts: Located[] = [];
  private heading: Located | null = null;
  /** Holds for the tables that follow until another unit of money is printed. */
  private moneyUnit: MoneyUnit | null = null;
  /** A secrecy mark was printed and its project is not known yet. */
  private isMarked = false;
  private isWholeMarked = false;
  private readonly margin = new BlankMargin();

  take(block: Block): void {
    if (block.kind === 'row') return this.takeRow(block);
    this.releaseRow();
    this.takeText(block);
  }

  private takeText(text: Located): void {
    if (text.text === '') return;
    const compact = text.text.length <= LONGEST_HEADING ? text.text.replace(/\s+/g, '') : '';
    if (isTableHeading(compact)) return this.takeHeading(text);
    if (this.goals.take({ text: text.text.trim(), at: text.at })) return this.closeTable();
    if (!this.reader && !this.flat.isOpen) {
      this.year.addText(text.text);
      if (isYearLine(compact)) return;
    }
    if (isPageMark(compact)) return this.takePageMark();
    if (PART_TITLE.test(compact)) return this.closeTable();
    if (this.takeUnitText(compact, text.at)) return;
    this.texts.push(text);
    if (!this.reader && !this.flat.isOpen && !this.heading) this.texts = this.texts.slice(-1);
  }

  private takeRow(row: Row): void {
    const context = (): FlatContext => this.beginFlat();
    if (this.flat.completes(row, context)) return;
    this.releaseRow();
    if (this.flat.begins(row, context) || this.flat.keepsBack(row)) return;
    this.takeTableRow(row);
  }

  /** Reads a row that was kept back as a possible header and is none. */
  private releaseRow(): void {
    const row = this.flat.release();
    if (row) this.takeTableRow(row);
  }

  private takeTableRow(printedRow: Row): void {
    const isBlank = printedRow.cells.every((cell) => cell.text === '');
    if (isBlank && !this.reader) return;
    const row = this.margin.strip(printedRow, this.reader);
    const heading = headingRow(row);
    if (heading) return this.takeHeading(heading);
    const head = row.cells.slice(0, WIDEST_ROW).map((cell) => cell.text);
    const place = isBlank ? null : placeOfRow(head);
    if (!isBlank) this.goals.close();
    if (this.reader?.isFollowedBy(row, place)) this.closeBeforeNext();
    if (place === PLACE.unit) return this.takeUnitRow(row);
    if (this.flat.isOpen && place === null) return this.takeFlatRow(row);
    const lone = this.reader || place !== null ? null : loneCell(row);
    if (lone) return this.takeText(lone);
    this.flat.close();
    if (!this.reader) this.begin(row, place !== null || (startsIndicatorRow(head) && head.length >= 4));
    if (!this.reader) return;
    if (this.isMarked) this.reader.markClassified();
    this.isMarked = false;
    for (const text of this.texts.splice(0)) this.reader.takeText(text);
    this.reader.take(row, place);
  }

  private takeFlatRow(row: Row): void {
    for (const { text, at } of this.texts.splice(0)) {
      this.remarks.add({ code: 'unrecognised-text', params: { text: printed(text) }, at });
    }
    this.flat.row(row, this.isMarked);
    this.isMarked = false;
  }

  /** What stands above the table of many projects that begins here; its title names no single project. */
  private beginFlat(): FlatContext {
    this.closeTable();
    this.goals.close();
    if (this.heading) this.year.addText(this.heading.text);
    this.heading = null;
    this.texts = [];
    return { moneyUnit: this.moneyUnit, classified: this.isWholeMarked, unit: this.unit };
  }

  /** Ends the reading. The year decides how values are dated (R16), so projects are put together only now. */
  finish({ file, year }: RecognitionOptions): FinishedRecognition {
    this.releaseRow();
    this.closeTable();
    if (this.isMarked) this.drafts.at(-1)?.markClassified();
    for (const { codeText } of this.drafts) this.year.addCode(codeText);
    const yearInferred = this.year.infer(file);
    const documentYear = year ?? yearInferred;
    const unit = this.documentUnit();
    const head: RecognisedHead = {
      file,
      year: documentYear,
      yearInferred,
      unitCode: unit?.code ?? null,
      unitName: unit?.name || null,
      departmentGoals: this.goals.finish(),
      projectCount: this.drafts.filter((draft) => !draft.isEmpty()).length,
    };
    const names = new Set(this.drafts.map(({ heading }) => nameInHeading(heading?.text ?? '')));
    return {
      head,
      projects: this.finishProjects(documentYear, names),
      documentWarnings: () => this.documentWarnings(head, names),
    };
  }

  private takeHeading(text: Located): void {
    this.closeTable();
    this.goals.close();
    if (this.heading) this.headings.push(this.heading);
    if (nameInHeading(text.text) === '') this.year.addText(text.text);
    this.heading = text;
    this.texts = [];
  }

  /** Before any project the mark holds for the whole paper, later for the project it stands in or before. */
  private takePageMark(): void {
    if (this.drafts.length === 0) this.isWholeMarked = true;
    else this.isMarked = true;
  }

  private takeUnitText(compact: string, at: string): boolean {
    const moneyUnit = moneyUnitLine(compact);
    if (moneyUnit !== null) this.setMoneyUnit(moneyUnit);
    const unit = UNIT_TEXT.test(compact) ? unitOfLine({ text: compact, at }) : null;
    if (unit) this.setUnit(unit);
    return moneyUnit !== null || unit !== null;
  }

  private takeUnitRow(row: Row): void {
    for (const { text, at } of row.cells) {
      const moneyUnit = moneyUnitLine(text);
      const unit = unitOfLine({ text, at });
      if (text === '') continue;
      if (moneyUnit !== null) this.setMoneyUnit(moneyUnit);
      else if (unit) this.setUnitAbove(unit);
      else this.remarks.add({ code: 'unrecognised-cell', params: { text: printed(text) }, at });
    }
  }

  /** Between the rows of a table of many projects a unit is that of the rows below, not of the document. */
  private setUnit(unit: PrintedUnit): void {
    this.unit = unit;
    if (this.flat.isOpen) this.flat.setUnit(unit);
    else this.units.push(unit);
  }

  /** The unit above the tables, else the only one that a table of many projects names. */
  private documentUnit(): PrintedUnit | null {
    const { units } = this.flat.projects;
    const only = units.size === 1 ? [...units.values()][0] : undefined;
    return this.units[0] ?? only ?? null;
  }

  /** A unit line in a row belongs to the table whose head it stands in or before. */
  private setUnitAbove(unit: PrintedUnit): void {
    this.setUnit(unit);
    this.reader?.setUnitAbove(unit);
  }

  private setMoneyUnit(unit: MoneyUnit): void {
    this.moneyUnit = unit;
    this.flat.setMoneyUnit(unit);
    this.reader?.setMoneyUnit(unit);
  }

  private begin(row: Row, isTable: boolean): void {
    if (!isTable && !this.heading) {
      const text = printed(...row.cells.slice(0, 12).map((cell) => cell.text));
      this.remarks.add({ code: 'unrecognised-row', params: { text }, at: row.at });
      return;
    }
    const heading = this.heading ?? this.takeLooseHeading();
    if (!this.heading) this.texts = [];
    const head = { heading, moneyUnit: this.moneyUnit, classified: this.isWholeMarked, unit: this.unit };
    this.reader = new ProjectReader(head, heading?.at ?? row.at);
    this.drafts.push(this.reader);
    this.heading = null;
  }

  /** A heading that does not end in 绩效目标表 is known by what follows it only. */
  private takeLooseHeading(): Located | null {
    const last = this.texts.at(-1);
    if (!last || last.text.length > LONGEST_HEADING || /[。；;，,：:]$/.test(last.text)) return null;
    this.texts.pop();
    return last;
  }

  private closeBeforeNext(): void {
    this.heading ??= this.takeLooseHeading();
    this.closeTable();
  }

  private closeTable(): void {
    const { reader } = this;
    this.flat.close();
    if (!reader) return;
    for (const text of this.texts.splice(0)) reader.takeText(text);
    const unit = reader.ownUnit;
    if (unit) this.units.push(unit);
    for (const value of reader.rawValues) this.year.addValue(value);
    this.reader = null;
  }

  private *finishProjects(year: number | null, names: Set<string>): FinishedRecognition['projects'] {
    const duplicates = new DuplicateCheck();
    const waiting = this.drafts.reverse();
    for (let draft = waiting.pop(); draft !== undefined; draft = waiting.pop()) {
      const finished = draft.finish(year);
      if (!finished) {
        const heading = printed(draft.heading?.text ?? '');
        this.remarks.add({ code: 'empty-table', params: { heading }, at: draft.at });
        continue;
      }
      const { project, remarks } = finished;
      names.add(project.name);
      const warnings = new WarningList(project.name, project.at);
      warnings.addAll(remarks);
      warnings.add(duplicates.check(project));
      yield { project, warnings: warnings.list() };
    }
  }

  private documentWarnings({ year, yearInferred }: RecognisedHead, names: ReadonlySet<string>): DocumentWarning[] {
    const warnings = new WarningList(null, 'document');
    warnings.addAll(this.remarks);
    warnings.addAll(this.goals.remarks);
    warnings.add(this.unusedHeadings(names));
    warnings.add(yearRemarks(year, yearInferred));
    const { units, isUnitMissing } = this.flat.projects;
    if (this.units.length > 0 || units.size === 0 || isUnitMissing) warnings.add(unitRemarks(this.units));
    return warnings.list();
  }

  /** Headings without a table below them, unless the table comes elsewhere (a table of contents lists them first). */
  private unusedHeadings(names: ReadonlySet<string>): Remark[] {
    // A title names no project and stands above all tables.
    const isKnown = (name: string): boolean => (name === '' ? names.size > 0 : names.has(name));
    return [...this.headings, ...(this.heading ? [this.heading] : [])]
      .filter(({ text }) => !isKnown(nameInHeading(text)))
      .map(({ text, at }) => ({ code: 'heading-without-table', params: { heading: printed(text) }, at }));
  }
}

import { isPageMark } from './classified-marks.js';
import { DepartmentGoals } from './department-goals.js';
import type { Block, RecognisedDocument, RecognisedProject } from './document-types.js';
import { YearEvidence } from './document-year.js';
import { documentChecks, type PrintedUnit } from './document-checks.js';
import { isTableHeading, moneyUnitLine, nameInHeading, unitLine } from './labels.js';
import type { MoneyUnit } from './project-money.js';
import { ProjectReader } from './project-reader.js';
import type { Located, Row } from './recognition-context.js';
import { PLACE, placeOfRow, startsIndicatorRow, WIDEST_ROW } from './row-place.js';
import { printed, type Remark, RemarkList, WarningList } from './warning-list.js';

export interface RecognitionOptions {
  /** File name as shown to people; a year in it is evidence. */
  readonly file: string;
  /** The budget year where the caller knows it; else the inferred one counts. */
  readonly year?: number;
}

/**
 * Turns the blocks of any reader into what a document of performance targets says (domain rules §11): the department's
 * sub-goals, and per project code, budget, schedule, goals and indicators. Total: any blocks give a document; whatever
 * is not understood inside a project is a warning with its place, and nothing is dropped without one.
 */
export function recogniseTargets(blocks: Iterable<Block>, options: RecognitionOptions): RecognisedDocument {
  const recogniser = new DocumentRecogniser();
  for (const block of blocks) {
    if (block.kind === 'row') recogniser.takeRow(block);
    else recogniser.takeText(block);
  }
  return recogniser.finish(options);
}

/** Titles that structure the paper and say nothing about a project. */
const PART_TITLE = /^第[一二三四五六七八九十]+部分|^(?:预算)?项目(?:支出)?绩效目标$|^部门整体绩效目标$|^目录$/;
const LONGEST_HEADING = 100;
/** Outside a table's head only the unmistakable forms are a unit: a long code, a hyphen or brackets. */
const UNIT_TEXT = /^(?:\d{6,}|\d{3,}[-－—]|[[［【]\d)/;

class DocumentRecogniser {
  private readonly readers: ProjectReader[] = [];
  private readonly goals = new DepartmentGoals();
  private readonly year = new YearEvidence();
  private readonly units: PrintedUnit[] = [];
  private readonly headings: Located[] = [];
  private readonly remarks = new RemarkList();
  private reader: ProjectReader | null = null;
  /** Texts since the last row: the last one may be the heading of the next table. */
  private texts: Located[] = [];
  private heading: Located | null = null;
  /** Holds for the tables that follow until another unit of money is printed. */
  private moneyUnit: MoneyUnit | null = null;
  /** A secrecy mark was printed and its project is not known yet. */
  private isMarked = false;
  private isWholeMarked = false;

  takeText(text: Located): void {
    if (text.text === '') return;
    const compact = text.text.length <= LONGEST_HEADING ? text.text.replace(/\s+/g, '') : '';
    if (isTableHeading(compact)) return this.takeHeading(text);
    if (this.goals.take({ text: text.text.trim(), at: text.at })) return this.closeTable();
    if (!this.reader) this.year.addText(text.text);
    if (isPageMark(compact)) return this.takePageMark();
    if (PART_TITLE.test(compact)) return this.closeTable();
    if (this.takeUnitText(compact, text.at)) return;
    this.texts.push(text);
    if (!this.reader && !this.heading) this.texts = this.texts.slice(-1);
  }

  takeRow(row: Row): void {
    const head = row.cells.slice(0, WIDEST_ROW).map((cell) => cell.text);
    const isBlank = row.cells.every((cell) => cell.text === '');
    if (isBlank && !this.reader) return;
    const place = isBlank ? null : placeOfRow(head);
    if (!isBlank) this.goals.close();
    if (this.reader?.isFollowedBy(row, place)) this.closeBeforeNext();
    if (place === PLACE.unit) return this.takeUnitRow(row);
    if (!this.reader) this.begin(row, place !== null || (startsIndicatorRow(head) && head.length >= 4));
    if (!this.reader) return;
    if (this.isMarked) this.reader.markClassified();
    this.isMarked = false;
    for (const text of this.texts.splice(0)) this.reader.takeText(text);
    this.reader.take(row, place);
  }

  finish({ file, year }: RecognitionOptions): RecognisedDocument {
    this.closeTable();
    if (this.isMarked) this.readers.at(-1)?.markClassified();
    const codes = this.readers.map((reader) => reader.codeText);
    const rawValues = this.readers.flatMap((reader) => reader.rawValues);
    const yearInferred = this.year.infer(file, codes, rawValues);
    const documentYear = year ?? yearInferred;
    const departmentGoals = this.goals.finish();
    const warnings = new WarningList();
    const projects = this.finishProjects(documentYear, warnings);
    warnings.addAll(this.remarks, null);
    warnings.addAll(this.goals.remarks, null);
    for (const remark of this.unusedHeadings(projects)) warnings.add(remark, null);
    const checks = documentChecks({ year: documentYear, yearInferred, units: this.units, projects });
    for (const { project, ...remark } of checks) warnings.add(remark, project);
    const unit = this.units[0] ?? null;
    return {
      file,
      year: documentYear,
      yearInferred,
      unitCode: unit?.code ?? null,
      unitName: unit?.name ?? null,
      departmentGoals,
      projects,
      warnings: warnings.list(),
    };
  }

  private takeHeading(text: Located): void {
    this.closeTable();
    this.goals.close();
    if (this.heading) this.headings.push(this.heading);
    this.heading = text;
    this.texts = [];
  }

  /** Before any project the mark holds for the whole paper, later for the project it stands in or before. */
  private takePageMark(): void {
    if (this.readers.length === 0) this.isWholeMarked = true;
    else this.isMarked = true;
  }

  private takeUnitText(compact: string, at: string): boolean {
    const moneyUnit = moneyUnitLine(compact);
    if (moneyUnit !== null) this.setMoneyUnit(moneyUnit);
    const unit = UNIT_TEXT.test(compact) ? unitLine(compact) : null;
    if (unit) this.units.push({ ...unit, at });
    return moneyUnit !== null || unit !== null;
  }

  private takeUnitRow(row: Row): void {
    for (const { text, at } of row.cells) {
      const moneyUnit = moneyUnitLine(text);
      const unit = unitLine(text) ?? namedUnit(text);
      if (text === '') continue;
      if (moneyUnit !== null) this.setMoneyUnit(moneyUnit);
      else if (unit) this.units.push({ ...unit, at });
      else this.remarks.add({ code: 'unrecognised-cell', params: { text: printed(text) }, at });
    }
  }

  private setMoneyUnit(unit: MoneyUnit): void {
    this.moneyUnit = unit;
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
    const head = { heading, moneyUnit: this.moneyUnit, classified: this.isWholeMarked };
    this.reader = new ProjectReader(head, heading?.at ?? row.at);
    this.readers.push(this.reader);
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
    if (!reader) return;
    for (const text of this.texts.splice(0)) reader.takeText(text);
    const unit = reader.printedUnit;
    if (unit) {
      const { code, name } = unitLine(unit.text) ?? { code: null, name: unit.text };
      this.units.push({ code, name, at: unit.at });
    }
    this.reader = null;
  }

  private finishProjects(year: number | null, warnings: WarningList): RecognisedProject[] {
    return this.readers.flatMap((reader) => {
      const finished = reader.finish(year);
      if (!finished) {
        const heading = printed(reader.heading?.text ?? '');
        this.remarks.add({ code: 'empty-table', params: { heading }, at: reader.at });
        return [];
      }
      warnings.addAll(finished.remarks, finished.project.name);
      return [finished.project];
    });
  }

  /** Headings without a table below them, unless the table comes elsewhere (a table of contents lists them first). */
  private unusedHeadings(projects: readonly RecognisedProject[]): Remark[] {
    const known = new Set(projects.map(({ name }) => name));
    for (const reader of this.readers) known.add(nameInHeading(reader.heading?.text ?? ''));
    return [...this.headings, ...(this.heading ? [this.heading] : [])]
      .filter(({ text }) => !known.has(nameInHeading(text)))
      .map(({ text, at }) => ({ code: 'heading-without-table', params: { heading: printed(text) }, at }));
  }
}

function namedUnit(text: string): { readonly code: null; readonly name: string } | null {
  const name = /^(?:预算)?单位[:：](.{2,60})$/.exec(text.replace(/\s+/g, ' '))?.[1]?.trim();
  return name === undefined || name === '' ? null : { code: null, name };
}

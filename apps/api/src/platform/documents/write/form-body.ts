import { type CellStyle, columnPoints, type FilledCell, type FilledForm, type FilledRow } from '@jixiao/domain';
import type * as Docx from 'docx';
import { paperSize, twips } from './paper.js';
import type { ParagraphStyles } from './paragraph-styles.js';

const TWIPS_PER_POINT = 20;
const LINE_EIGHTHS = 4;
const CELL_MARGIN = 60;
/** A row that may not be cut is cut off where it is higher than a page. */
const HIGHEST_WHOLE_ROW = 300;

type Child = Docx.Paragraph | Docx.Table;

/** A form in a Word document: what stands alone in a row without lines is a paragraph, all else are tables. */
export class FormBody {
  private readonly widths: readonly number[];

  constructor(
    private readonly docx: typeof Docx,
    private readonly form: FilledForm,
    private readonly styles: ParagraphStyles,
  ) {
    const { margins } = form.page;
    const width = twips(paperSize(form.page).width - margins.left - margins.right);
    const natural = form.columns.map(columnPoints);
    const total = natural.reduce((sum, points) => sum + points, 0);
    this.widths = natural.map((points) => Math.floor((points / total) * width));
  }

  /** @param beginsPage whether another form stands before it */
  children(beginsPage: boolean): Child[] {
    const children: Child[] = beginsPage ? [this.gap(true)] : [];
    let rows: { readonly row: FilledRow; readonly index: number }[] = [];
    const endTable = (): void => {
      if (rows.length > 0) children.push(this.table(rows));
      rows = [];
    };
    for (const [index, row] of this.form.rows.entries()) {
      const lone = this.loneText(row);
      if (lone) {
        endTable();
        children.push(...this.paragraphs(lone));
        continue;
      }
      // Word repeats the first rows of a table only, and joins tables that nothing stands between.
      if (index === this.form.repeatedRows?.first && rows.length > 0) {
        endTable();
        children.push(this.gap(false));
      }
      rows.push({ row, index });
    }
    endTable();
    return this.isTable(children.at(-1)) ? [...children, this.gap(false)] : children;
  }

  private isTable(child: Child | undefined): boolean {
    return child instanceof this.docx.Table;
  }

  private loneText({ cells }: FilledRow): FilledCell | null {
    const [cell, ...others] = cells;
    if (!cell || others.length > 0 || cell.rows > 1 || cell.columns < this.form.columns.length) return null;
    return Object.values(cell.style.borders).some((drawn) => drawn) ? null : cell;
  }

  /** A line that is as good as not there. */
  private gap(pageBreakBefore: boolean): Docx.Paragraph {
    const { LineRuleType, Paragraph, TextRun } = this.docx;
    const spacing = { line: TWIPS_PER_POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
    return new Paragraph({ pageBreakBefore, spacing, children: [new TextRun({ text: '', size: 2 })] });
  }

  private paragraphs({ content, style: look }: FilledCell): Docx.Paragraph[] {
    const { Paragraph, TextRun } = this.docx;
    const style = this.styles.idOf(look);
    return content.text
      .split('\n')
      .map((text) => new Paragraph({ style, children: text === '' ? [] : [new TextRun(text)] }));
  }

  private table(rows: readonly { readonly row: FilledRow; readonly index: number }[]): Docx.Table {
    const { Table, TableLayoutType, WidthType } = this.docx;
    const margins = { marginUnitType: WidthType.DXA, left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0 };
    const line = { style: this.docx.BorderStyle.SINGLE, size: LINE_EIGHTHS, color: '000000' };
    return new Table({
      borders: { top: line, right: line, bottom: line, left: line, insideHorizontal: line, insideVertical: line },
      layout: TableLayoutType.FIXED,
      width: { size: this.widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...this.widths],
      margins,
      rows: rows.map(({ row, index }) => this.row(row, index)),
    });
  }

  private row({ cells, height, leastHeight }: FilledRow, index: number): Docx.TableRow {
    const { HeightRule, TableRow } = this.docx;
    const { repeatedRows } = this.form;
    const isRepeated =
      repeatedRows !== null && index >= repeatedRows.first && index < repeatedRows.first + repeatedRows.count;
    return new TableRow({
      tableHeader: isRepeated,
      cantSplit: height <= HIGHEST_WHOLE_ROW,
      height: { value: Math.round(leastHeight * TWIPS_PER_POINT), rule: HeightRule.ATLEAST },
      children: cells.map((cell) => this.cell(cell)),
    });
  }

  private cell(cell: FilledCell): Docx.TableCell {
    const { TableCell, VerticalAlign, WidthType } = this.docx;
    const { columns, rows, style } = cell;
    const size = this.widths.slice(cell.column, cell.column + columns).reduce((sum, width) => sum + width, 0);
    return new TableCell({
      columnSpan: columns > 1 ? columns : undefined,
      rowSpan: rows > 1 ? rows : undefined,
      width: { size, type: WidthType.DXA },
      verticalAlign: style.vertical === 'top' ? VerticalAlign.TOP : VerticalAlign.CENTER,
      borders: this.borders(style),
      children: this.paragraphs(cell),
    });
  }

  /** Lines that differ from those of the table. */
  private borders({ borders }: CellStyle): Docx.ITableCellBorders | undefined {
    const none = { style: this.docx.BorderStyle.NIL, size: 0 };
    const missing = (['top', 'right', 'bottom', 'left'] as const).filter((side) => !borders[side]);
    return missing.length === 0 ? undefined : Object.fromEntries(missing.map((side) => [side, none]));
  }
}

import type * as Docx from 'docx';
import type { ISectionOptions, Paragraph, ParagraphChild, Table } from 'docx';
import { pngOf } from './draw-svg.js';
import type { PaperBlock, ReportDocument } from './report-document.js';
import { FONT_TABLE } from './font-table.js';

type Library = typeof Docx;

/** As GB/T 9704 has it, in twentieths of a point: 37, 35, 28 and 26 mm, and 28 points from line to line. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1400 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LINE = 560;
/** Two characters of 三号. */
const INDENT = 640;
/** Sizes in half points: 二号, 三号, 四号, 小四, 五号. */
const SIZE = { title: 44, body: 32, page: 28, caption: 24, table: 21 };

/** Latin letters and figures of the same run keep the face that papers have them in. */
const font = (eastAsia: string) => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
});
const TITLE = font('方正小标宋简体');
const HEAVY = font('黑体');
const KAI = font('楷体_GB2312');
const BODY = font('仿宋_GB2312');
const SONG = font('宋体');

/** An official report as Word document: upright A4 in the look of official papers, tables with repeated headers. */
export async function writeReportDocx(report: ReportDocument): Promise<Buffer> {
  const docx = await import('docx');
  const children = [title(docx, report.title), ...(await blocksOf(docx, report.blocks)), ...signature(docx, report)];
  const document = new docx.Document({
    title: report.title.join(''),
    creator: report.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: BODY, size: SIZE.body } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        headers: headers(docx, report.mark),
        footers: footers(docx, report.verification),
        children,
      },
    ],
  });
  return docx.Packer.toBuffer(document, undefined, [FONT_TABLE]);
}

const title = ({ Paragraph, TextRun, AlignmentType }: Library, lines: readonly string[]): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: 'exact', after: LINE },
    children: lines.map(
      (text, place) => new TextRun({ text, font: TITLE, size: SIZE.title, break: place === 0 ? 0 : 1 }),
    ),
  });

async function blocksOf(docx: Library, blocks: readonly PaperBlock[]): Promise<(Paragraph | Table)[]> {
  const written: (Paragraph | Table)[] = [];
  for (const block of blocks) written.push(...(await blockOf(docx, block)));
  return written;
}

async function blockOf(docx: Library, block: PaperBlock): Promise<(Paragraph | Table)[]> {
  switch (block.type) {
    case 'heading':
      return [heading(docx, block.text, block.level)];
    case 'paragraph':
      return block.text.split('\n').map((text) => paragraph(docx, text));
    case 'table':
      return table(docx, block);
    case 'picture':
      return picture(docx, block);
  }
}

const heading = ({ Paragraph, TextRun, HeadingLevel }: Library, text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { line: LINE, lineRule: 'exact', before: 0, after: 0 },
    indent: { firstLine: INDENT },
    children: [new TextRun({ text, font: level === 1 ? HEAVY : KAI, size: SIZE.body, color: '000000', bold: false })],
  });

const paragraph = ({ Paragraph, TextRun, AlignmentType }: Library, text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { line: LINE, lineRule: 'exact' },
    indent: { firstLine: INDENT },
    children: [new TextRun({ text })],
  });

const caption = ({ Paragraph, TextRun, AlignmentType }: Library, text: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text, font: HEAVY, size: SIZE.caption })],
  });

function table(docx: Library, { title: said, columns, rows, note }: Extract<PaperBlock, { type: 'table' }>) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / total));
  const cell = (text: string, place: number, isHead: boolean, keepNext: boolean) =>
    new docx.TableCell({
      width: { size: widths[place] ?? 0, type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlignTable.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new docx.Paragraph({
          keepNext,
          alignment: isHead
            ? docx.AlignmentType.CENTER
            : docx.AlignmentType[ALIGNMENTS[columns[place]?.align ?? 'left']],
          children: [new docx.TextRun({ text, font: isHead ? HEAVY : BODY, size: SIZE.table })],
        }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean, keepNext: boolean) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, place) => cell(text, place, isHead, keepNext)),
    });
  const written = new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map((column) => column.title),
        true,
        true,
      ),
      ...rows.map((cells, at) => row(cells, false, rows.length <= MOST_TOGETHER && at < rows.length - 1)),
    ],
  });
  const after = new docx.Paragraph({
    spacing: { before: 60, after: 160 },
    children: note === null ? [] : [new docx.TextRun({ text: `注：${note}`, size: SIZE.table })],
  });
  return [caption(docx, said, true), written, after];
}

/** So many rows stay together on a page; longer tables go on over pages. */
const MOST_TOGETHER = 12;
const ALIGNMENTS = { left: 'LEFT', right: 'RIGHT', center: 'CENTER' } as const;
/** Pixels that are as wide as the text. */
const PICTURE_WIDTH = 580;

async function picture(docx: Library, block: Extract<PaperBlock, { type: 'picture' }>): Promise<Paragraph[]> {
  const { svg, width, height, description } = block.picture;
  const image = new docx.ImageRun({
    type: 'png',
    data: await pngOf(svg, width),
    transformation: { width: PICTURE_WIDTH, height: Math.round((height * PICTURE_WIDTH) / width) },
    altText: { title: block.title, name: block.title, description },
  });
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160 },
      children: [image],
    }),
    caption(docx, block.title, false),
  ];
}

/** At the right, two characters from the margin; on a draft there is no day yet. */
function signature(docx: Library, { issuer, issuedOn }: ReportDocument): Paragraph[] {
  const line = (text: string, before: number): Paragraph =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.RIGHT,
      keepLines: true,
      spacing: { line: LINE, lineRule: 'exact', before },
      indent: { right: INDENT },
      children: [new docx.TextRun({ text })],
    });
  return [line(issuer, LINE), ...(issuedOn === null ? [] : [line(issuedOn, 0)])];
}

function headers(docx: Library, mark: string | null): NonNullable<ISectionOptions['headers']> {
  if (mark === null) return {};
  const header = () =>
    new docx.Header({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          children: [new docx.TextRun({ text: mark, font: HEAVY, size: SIZE.body, color: '9AA3AE' })],
        }),
      ],
    });
  return { default: header(), even: header() };
}

/** The number outside: at the right of odd pages and at the left of even ones. */
function footers(docx: Library, verification: string | null): NonNullable<ISectionOptions['footers']> {
  const footer = (side: 'LEFT' | 'RIGHT') => {
    const number: ParagraphChild = new docx.TextRun({
      children: ['— ', docx.PageNumber.CURRENT, ' —'],
      font: SONG,
      size: SIZE.page,
    });
    const foot = verification === null ? [] : [new docx.TextRun({ text: verification, font: SONG, size: 18 })];
    return new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType[side],
          indent: { left: 280, right: 280 },
          children: [number],
        }),
        ...(foot.length === 0 ? [] : [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: foot })]),
      ],
    });
  };
  return { default: footer('RIGHT'), even: footer('LEFT') };
}

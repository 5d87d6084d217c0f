import { createRequire } from 'node:module';
import type { Content, Definition, PdfMake } from './pdf-definition.js';
import { PAPER_FAMILY, paperFontFiles } from './report-fonts.js';
import type { PaperBlock, ReportDocument } from './report-document.js';

/** Points: the margins of GB/T 9704, and 三号. */
const MARGINS: readonly [number, number, number, number] = [79, 105, 74, 99];
const TEXT_WIDTH = 595 - MARGINS[0] - MARGINS[2];
const BODY = 16;
const INDENT = 2 * BODY;
const LINE_HEIGHT = 1.28;
const TABLE_TEXT = 9;
/** The name of a table, which stays with it as a heading does. */
const CAPTION_LEVEL = 3;
/** Of what stands at the foot of each page, which the library counts among what follows a heading there. */
const FOOT_LEVEL = 0;

/** An official report as PDF: upright A4, the used characters of the font embedded, drawings as drawings. */
export async function writeReportPdf(report: ReportDocument): Promise<Buffer> {
  const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
  const { regular, bold } = paperFontFiles();
  pdfmake.addFonts({ [PAPER_FAMILY]: { normal: regular, bold, italics: regular, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  return pdfmake.createPdf(definitionOf(report)).getBuffer();
}

const definitionOf = (report: ReportDocument): Definition => ({
  pageSize: 'A4',
  pageMargins: MARGINS,
  defaultStyle: { font: PAPER_FAMILY, fontSize: BODY, lineHeight: LINE_HEIGHT },
  info: { title: report.title.join(''), author: report.issuer },
  ...(report.mark === null ? {} : { watermark: { text: report.mark, color: '#9AA3AE', opacity: 0.25, bold: true } }),
  footer: (page: number) => footer(page, report.verification),
  // A heading goes to the next page with what it is the heading of: headings between them go as well.
  pageBreakBefore: ({ headlineLevel = FOOT_LEVEL }, pages) =>
    headlineLevel !== FOOT_LEVEL && pages.getFollowingNodesOnPage().every((node) => node.headlineLevel !== undefined),
  content: [
    { text: report.title.join('\n'), fontSize: 22, bold: true, alignment: 'center', margin: [0, 0, 0, BODY] },
    ...report.blocks.flatMap(contentOf),
    ...signature(report),
  ],
});

function contentOf(block: PaperBlock): Content[] {
  switch (block.type) {
    case 'heading':
      return [
        {
          text: block.text,
          bold: block.level === 1,
          leadingIndent: INDENT,
          headlineLevel: block.level,
          margin: [0, 4, 0, 0],
        },
      ];
    case 'paragraph':
      return block.text.split('\n').map((text) => ({ text, leadingIndent: INDENT, alignment: 'justify' }));
    case 'table':
      return [tableOf(block)];
    case 'picture':
      return [
        {
          unbreakable: true,
          stack: [
            { svg: block.picture.svg, width: TEXT_WIDTH, margin: [0, 8, 0, 0] },
            { text: block.title, fontSize: 11, bold: true, alignment: 'center', margin: [0, 2, 0, 10] },
          ],
        },
      ];
  }
}

function tableOf({ title, columns, rows, note }: Extract<PaperBlock, { type: 'table' }>): Content {
  const head = columns.map((column): Content => ({ text: column.title, bold: true, alignment: 'center' }));
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  // What the lines and the padding of the cells take.
  const room = TEXT_WIDTH - columns.length * 7 - 1;
  return {
    headlineLevel: CAPTION_LEVEL,
    stack: [
      {
        text: title,
        fontSize: 11,
        bold: true,
        alignment: 'center',
        margin: [0, 8, 0, 4],
        headlineLevel: CAPTION_LEVEL,
      },
      {
        fontSize: TABLE_TEXT,
        lineHeight: 1.1,
        table: {
          headerRows: 1,
          dontBreakRows: true,
          keepWithHeaderRows: 1,
          widths: columns.map(({ width }) => (room * width) / total),
          body: [
            head,
            ...rows.map((cells) => cells.map((text, place) => ({ text, alignment: columns[place]?.align ?? 'left' }))),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 3, paddingRight: () => 3 },
      },
      { text: note === null ? '' : `注：${note}`, fontSize: TABLE_TEXT, margin: [0, 2, 0, 8] },
    ],
  };
}

const signature = ({ issuer, issuedOn }: ReportDocument): Content[] => [
  {
    unbreakable: true,
    stack: [
      { text: issuer, alignment: 'right', margin: [0, BODY * 2, INDENT, 0] },
      ...(issuedOn === null
        ? []
        : [
            {
              text: issuedOn,
              alignment: 'right' as const,
              margin: [0, 0, INDENT, 0] as const,
            },
          ]),
    ],
  },
];

/** The number outside: at the right of odd pages and at the left of even ones. */
const footer = (page: number, verification: string | null): Content => ({
  margin: [MARGINS[0], 20, MARGINS[2], 0],
  headlineLevel: FOOT_LEVEL,
  stack: [
    {
      text: `— ${page} —`,
      fontSize: 14,
      alignment: page % 2 === 1 ? 'right' : 'left',
      headlineLevel: FOOT_LEVEL,
    },
    ...(verification === null
      ? []
      : [{ text: verification, fontSize: 8, alignment: 'center' as const, headlineLevel: FOOT_LEVEL }]),
  ],
});

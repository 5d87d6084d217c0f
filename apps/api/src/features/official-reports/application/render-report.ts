import { paragraphText, type ReportBlock, type ReportContent } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { reportPicture } from '../../../platform/documents/write/report-charts.js';
import type { PaperBlock, ReportDocument } from '../../../platform/documents/write/report-document.js';
import { writeReportDocx } from '../../../platform/documents/write/write-report-docx.js';
import { writeReportPdf } from '../../../platform/documents/write/write-report-pdf.js';

export const REPORT_FORMATS = ['docx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface RenderedReport {
  readonly content: ReportContent;
  /** The day as it is printed; null on what is not sealed, which says that it is a draft. */
  readonly issuedOn: string | null;
  /** By which the paper can be checked later; null where there is nothing to check it by. */
  readonly verification: string | null;
}

const DRAFT_MARK = '草稿';

/** Writes an official report as a file. */
@Injectable()
export class RenderReport {
  async run(report: RenderedReport, format: ReportFormat): Promise<Buffer> {
    const document = await documentOf(report);
    return format === 'docx' ? writeReportDocx(document) : writeReportPdf(document);
  }
}

async function documentOf({ content, issuedOn, verification }: RenderedReport): Promise<ReportDocument> {
  const numbers = { table: 0, picture: 0 };
  const blocks: PaperBlock[] = [];
  for (const { heading, blocks: own } of content.sections) {
    blocks.push({ type: 'heading', level: 1, text: heading });
    for (const block of own) blocks.push(...(await paperBlocks(block, numbers)));
  }
  const mark = issuedOn === null ? DRAFT_MARK : null;
  return { title: titleLines(content), mark, blocks, issuer: content.issuer, issuedOn, verification };
}

/** Whose report it is stands on a line of its own. */
function titleLines({ title, issuer }: ReportContent): readonly string[] {
  return title.startsWith(issuer) && title !== issuer ? [issuer, title.slice(issuer.length)] : [title];
}

/** Tables and pictures are counted through the whole paper. */
async function paperBlocks(block: ReportBlock, numbers: { table: number; picture: number }): Promise<PaperBlock[]> {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: 2, text: block.text }];
    case 'paragraph': {
      const text = paragraphText(block).trim();
      return text === '' ? [] : [{ type: 'paragraph', text }];
    }
    case 'table': {
      const { title, columns, note, rows } = block;
      const cells = rows.map((row) => row.cells);
      return [{ type: 'table', title: `表${++numbers.table}　${title}`, columns, rows: cells, note }];
    }
    case 'chart':
      return [
        { type: 'picture', title: `图${++numbers.picture}　${block.title}`, picture: await reportPicture(block.data) },
      ];
  }
}

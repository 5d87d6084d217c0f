import { paragraphText, ReportCaptions, reportTitleLines, type ReportBlock, type ReportContent } from '@jixiao/domain';
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
  /** By which the paper can be checked later. */
  readonly verification: string;
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
  const captions = new ReportCaptions();
  const blocks: PaperBlock[] = [];
  for (const { heading, blocks: own } of content.sections) {
    blocks.push({ type: 'heading', level: 1, text: heading });
    for (const block of own) blocks.push(...(await paperBlocks(block, captions)));
  }
  const mark = issuedOn === null ? DRAFT_MARK : null;
  return { title: reportTitleLines(content), mark, blocks, issuer: content.issuer, issuedOn, verification };
}

async function paperBlocks(block: ReportBlock, captions: ReportCaptions): Promise<PaperBlock[]> {
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
      return [{ type: 'table', title: captions.table(title), columns, rows: cells, note }];
    }
    case 'chart':
      return [{ type: 'picture', title: captions.picture(block.title), picture: await reportPicture(block.data) }];
  }
}

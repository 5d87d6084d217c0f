import { paragraphText, type ReportBlock, type ReportContent } from './report-content.js';

/** Whose report it is stands on a line of its own. */
export function reportTitleLines({ title, issuer }: Pick<ReportContent, 'title' | 'issuer'>): readonly string[] {
  return title.startsWith(issuer) && title !== issuer ? [issuer, title.slice(issuer.length)] : [title];
}

/** Tables and pictures are counted through the whole paper. */
export class ReportCaptions {
  private tables = 0;
  private pictures = 0;

  table(title: string): string {
    return `表${++this.tables}　${title}`;
  }

  picture(title: string): string {
    return `图${++this.pictures}　${title}`;
  }
}

export const reportNote = (note: string): string => `注：${note}`;

/** A line of a paper: a paragraph, a caption, or the cells of a row. */
export interface ReportLine {
  /** Heading of the section that it stands in; null above the first and under the last. */
  readonly section: string | null;
  readonly text: string;
}

/** What a report says in print, line by line; of a picture that is its caption. */
export function reportLines(content: ReportContent, issuedOn: string | null): readonly ReportLine[] {
  const captions = new ReportCaptions();
  const lines = content.sections.flatMap(({ heading, blocks }) =>
    [heading, ...blocks.flatMap((block) => linesOfBlock(block, captions))].map((text) => ({ section: heading, text })),
  );
  const outside = (text: string): ReportLine => ({ section: null, text });
  const title = reportTitleLines(content).map(outside);
  return [...title, ...lines, outside(content.issuer), ...(issuedOn === null ? [] : [outside(issuedOn)])];
}

function linesOfBlock(block: ReportBlock, captions: ReportCaptions): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return paragraphText(block).trim().split('\n');
    case 'table': {
      const rows = [block.columns.map(({ title }) => title), ...block.rows.map(({ cells }) => cells)];
      const note = block.note === null ? [] : [reportNote(block.note)];
      return [captions.table(block.title), ...rows.map((cells) => cells.join('\n')), ...note];
    }
    case 'chart':
      return [captions.picture(block.title)];
  }
}

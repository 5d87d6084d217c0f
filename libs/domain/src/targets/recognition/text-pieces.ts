import { visibleLine } from './cell-text.js';
import { isTableHeading } from './labels.js';

/** A cell with its continuation lines, or a line that stands on its own. */
export interface Piece {
  readonly kind: 'cell' | 'text';
  readonly lines: string[];
  /** Number of the first line, counted from 1. */
  readonly line: number;
  /** Blank lines stand between the piece and what precedes it. */
  readonly afterBlank: boolean;
  /** It is a heading by its look: it ends in 绩效目标表, or Word marked it for the table of contents. */
  readonly heading: boolean;
}

const CONTENTS_BOOKMARK = /^\s*\[bookmark:\s*_Toc/i;
const PAGE_NUMBER = /^(?:第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|[-—–]\s*\d+\s*[-—–])$/;
const HEADING_TAIL = /^(?:项目)?(?:支出)?绩效目标(?:申报)?表$/;

/** Lines of the export as pieces, in order, with the noise removed. */
export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let blanks = 0;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = visibleLine(raw);
    const isCell = line.startsWith('\t');
    const content = line.replace(/\t/g, ' ').trim();
    if (!isCell && (content === '' || PAGE_NUMBER.test(content))) {
      blanks += 1;
      continue;
    }
    const previous = pieces.at(-1);
    const heading = !isCell && (CONTENTS_BOOKMARK.test(raw) || isTableHeading(content));
    if (!isCell && blanks === 0 && previous && continues(previous, content, heading)) previous.lines.push(content);
    else
      pieces.push({
        kind: isCell ? 'cell' : 'text',
        lines: [content],
        line: index + 1,
        afterBlank: blanks > 0,
        heading,
      });
    blanks = 0;
  }
  return pieces;
}

/** A line directly below a cell continues it, unless it is a heading; the second half of a heading joins the first. */
function continues(previous: Piece, content: string, heading: boolean): boolean {
  if (previous.kind === 'cell') return !heading;
  return HEADING_TAIL.test(content) && !isTableHeading(previous.lines.join(''));
}

/** The text of a cell or heading: its lines without the blank ones. */
export const textOf = (piece: Piece): string =>
  piece.kind === 'text' ? piece.lines.join('') : piece.lines.filter((line) => line !== '').join('\n');

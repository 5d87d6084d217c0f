import type { OfficialReportContent } from '../../shared/api/schema.gen.js';
import type { ReportBlock, ReportParagraph } from './official-reports.api.js';

export const draftedText = ({ sentences }: Pick<ReportParagraph, 'sentences'>): string =>
  sentences.map(({ text }) => text).join('');

/** What stands in the paper: what a person wrote, else the drafted sentences. */
export const standingText = (paragraph: Pick<ReportParagraph, 'sentences' | 'edited'>): string =>
  paragraph.edited === null ? draftedText(paragraph) : paragraph.edited.text;

/** What a block says, so that two versions of it can be compared. */
export function blockText(block: ReportBlock): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return standingText(block);
    case 'table':
      return [
        block.title,
        ...block.rows.map(({ cells }) => cells.join('　')),
        ...(block.note ? [block.note] : []),
      ].join('\n');
    case 'chart':
      return block.title;
  }
}

export interface BlockChange {
  readonly id: string;
  readonly what: ReportBlock['type'];
  /** The section that it stands in. */
  readonly section: string;
  /** Null where it is new. */
  readonly was: string | null;
  /** Null where it is gone. */
  readonly now: string | null;
}

interface Placed {
  readonly block: ReportBlock;
  readonly section: string;
}

const placed = ({ sections }: OfficialReportContent): ReadonlyMap<string, Placed> =>
  new Map(sections.flatMap(({ heading, blocks }) => blocks.map((block) => [block.id, { block, section: heading }])));

/** What a chart shows changes also where its finding stays the same. */
const isSame = (was: ReportBlock, now: ReportBlock): boolean =>
  blockText(was) === blockText(now) &&
  (was.type !== 'chart' || now.type !== 'chart' || JSON.stringify(was.data) === JSON.stringify(now.data));

/** What differs between two versions, in the order of the newer one; what is gone comes last. */
export function changesBetween(before: OfficialReportContent, after: OfficialReportContent): readonly BlockChange[] {
  const [old, fresh] = [placed(before), placed(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((id) => {
    const [was, now] = [old.get(id), fresh.get(id)];
    const found = now ?? was;
    if (found === undefined || (was && now && isSame(was.block, now.block))) return [];
    const { block, section } = found;
    return [
      { id, what: block.type, section, was: was ? blockText(was.block) : null, now: now ? blockText(now.block) : null },
    ];
  });
}

export interface ChangedPart {
  readonly head: string;
  readonly was: string;
  readonly now: string;
  readonly tail: string;
}

/** What both texts begin and end with, and what differs between. */
export function changedPart(was: string, now: string): ChangedPart {
  const shorter = Math.min(was.length, now.length);
  let head = 0;
  while (head < shorter && was[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    head: was.slice(0, head),
    was: was.slice(head, was.length - tail),
    now: now.slice(head, now.length - tail),
    tail: was.slice(was.length - tail),
  };
}

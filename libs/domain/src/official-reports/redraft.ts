import {
  paragraphsOf,
  paragraphText,
  type ReportBlock,
  type ReportContent,
  type ReportParagraph,
  type ReportSection,
} from './report-content.js';

/** What drafting a report anew does to a paragraph, a table or a picture. */
export interface RedraftChange {
  readonly id: string;
  readonly what: ReportBlock['type'];
  /** Null where it is new. */
  readonly was: string | null;
  /** What would be drafted now; null where there is nothing to say any more. */
  readonly now: string | null;
  /** A person wrote it, so that it stays as it is although what was drafted under it has changed. */
  readonly kept: boolean;
}

export interface Redrafted {
  readonly content: ReportContent;
  readonly changes: readonly RedraftChange[];
}

/**
 * The report drafted anew from other figures: what a person wrote stays, everything that was drafted is replaced. An
 * edited paragraph for which there is no draft any more, and one that a person added, stay at the end of their section.
 */
export function redraft(present: ReportContent, draft: ReportContent): Redrafted {
  const written = new Map(
    paragraphsOf(present).flatMap((paragraph) => (paragraph.edited === null ? [] : [[paragraph.id, paragraph]])),
  );
  const drafted = new Set(paragraphsOf(draft).map(({ id }) => id));
  const content = {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      blocks: [...section.blocks.map((block) => withEdit(block, written)), ...leftOver(present, section.id, drafted)],
    })),
  };
  return { content, changes: changesBetween(present, draft) };
}

function withEdit(block: ReportBlock, written: ReadonlyMap<string, ReportParagraph>): ReportBlock {
  if (block.type !== 'paragraph') return block;
  return { ...block, edited: written.get(block.id)?.edited ?? null };
}

function leftOver(present: ReportContent, sectionId: string, drafted: ReadonlySet<string>): readonly ReportParagraph[] {
  const blocks = present.sections.find(({ id }) => id === sectionId)?.blocks ?? [];
  return blocks
    .filter((block) => block.type === 'paragraph')
    .filter(({ id, edited }) => edited !== null && !drafted.has(id))
    .map((paragraph) => ({ ...paragraph, sentences: [] }));
}

/** Compares what was drafted then with what is drafted now, whatever a person wrote over it. */
function changesBetween(present: ReportContent, draft: ReportContent): readonly RedraftChange[] {
  const [before, after] = [blocksById(present), blocksById(draft)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [was, now] = [before.get(id), after.get(id)];
    const [wasText, nowText] = [draftText(was), draftText(now)];
    const block = now ?? was;
    if (block === undefined || wasText === nowText) return [];
    const kept = was?.type === 'paragraph' && was.edited !== null;
    return [{ id, what: block.type, was: wasText, now: nowText, kept }];
  });
}

const blocksById = ({ sections }: ReportContent): ReadonlyMap<string, ReportBlock> =>
  new Map(sections.flatMap((section: ReportSection) => section.blocks.map((block) => [block.id, block])));

function draftText(block: ReportBlock | undefined): string | null {
  switch (block?.type) {
    case undefined:
      return null;
    case 'paragraph':
      return block.sentences.length === 0 ? null : paragraphText({ ...block, edited: null });
    case 'heading':
      return block.text;
    case 'table':
      return [block.title, ...block.rows.map(({ cells }) => cells.join(' | ')), block.note ?? ''].join('\n').trim();
    case 'chart':
      return `${block.title} ${JSON.stringify(block.data)}`;
  }
}

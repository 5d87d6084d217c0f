import { err, ok, type Problem, type Result } from '../kernel/result.js';
import {
  paragraphsOf,
  type ReportBlock,
  type ReportContent,
  type ReportParagraph,
  type ReportSection,
} from './report-content.js';

/** What a person changes: a paragraph by its id (null text: as drafted again), or one more at the end of a section. */
export type ParagraphChange =
  | { readonly paragraphId: string; readonly text: string | null }
  | { readonly sectionId: string; readonly text: string };

export interface ChangedBy {
  readonly by: string;
  readonly at: string;
}

const ADDED = 'added.';

/** Ids of paragraphs that persons added go on counting, so that none is ever used for two. */
const nextAdded = (content: ReportContent): number =>
  Math.max(0, ...paragraphsOf(content).map(({ id }) => (id.startsWith(ADDED) ? Number(id.slice(ADDED.length)) : 0))) +
  1;

/**
 * The content with what a person wrote. An added paragraph whose text is taken back is gone.
 * @returns `official-report-paragraph` for a paragraph or section that is not there
 */
export function changeParagraphs(
  content: ReportContent,
  changes: readonly ParagraphChange[],
  by: ChangedBy,
): Result<ReportContent> {
  let changed = content;
  for (const change of changes) {
    const next = 'paragraphId' in change ? replaced(changed, change, by) : added(changed, change, by);
    if (!next.ok) return next;
    changed = next.value;
  }
  return ok(changed);
}

const missing = (id: string): Problem => ({ code: 'official-report-paragraph', params: { id } });

function replaced(
  content: ReportContent,
  { paragraphId, text }: Extract<ParagraphChange, { paragraphId: string }>,
  by: ChangedBy,
): Result<ReportContent> {
  if (!paragraphsOf(content).some(({ id }) => id === paragraphId)) return err(missing(paragraphId));
  const rewrite = (block: ReportBlock): readonly ReportBlock[] => {
    if (block.type !== 'paragraph' || block.id !== paragraphId) return [block];
    if (text !== null) return [{ ...block, edited: { text, ...by } }];
    return block.sentences.length === 0 ? [] : [{ ...block, edited: null }];
  };
  return ok(withBlocks(content, ({ blocks }) => blocks.flatMap(rewrite)));
}

function added(
  content: ReportContent,
  { sectionId, text }: Extract<ParagraphChange, { sectionId: string }>,
  by: ChangedBy,
): Result<ReportContent> {
  if (!content.sections.some(({ id }) => id === sectionId)) return err(missing(sectionId));
  const id = `${ADDED}${nextAdded(content)}`;
  const paragraph: ReportParagraph = { type: 'paragraph', id, sentences: [], edited: { text, ...by } };
  return ok(withBlocks(content, (section) => [...section.blocks, ...(section.id === sectionId ? [paragraph] : [])]));
}

const withBlocks = (
  content: ReportContent,
  blocksOf: (section: ReportSection) => readonly ReportBlock[],
): ReportContent => ({
  ...content,
  sections: content.sections.map((section) => ({ ...section, blocks: blocksOf(section) })),
});

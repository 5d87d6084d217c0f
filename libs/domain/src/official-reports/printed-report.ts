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

/** A line that reads otherwise in two papers; null where one of them has none in its place. */
export interface LineDifference {
  readonly section: string | null;
  readonly said: string | null;
  readonly stands: string | null;
}

/** Pairs of lines that are compared at most; beyond them, what differs is paired off in order. */
const MOST_PAIRS = 4_000_000;

/**
 * Where a paper says something else than it was given out with. White space says nothing: lines are broken anew wherever a
 * document is saved.
 */
export function reportDifferences(said: readonly ReportLine[], stands: readonly string[]): readonly LineDifference[] {
  const before = said.map((line) => ({ ...line, key: bare(line.text) })).filter(({ key }) => key !== '');
  const after = stands.map((text) => ({ text, key: bare(text) })).filter(({ key }) => key !== '');
  const differences: LineDifference[] = [];
  let [from, to] = [0, 0];
  for (const [old, present] of [
    ...commonLines(keysOf(before), keysOf(after)),
    [before.length, after.length] as const,
  ]) {
    // What was put in belongs to the section that it follows in.
    const section = before[from - 1]?.section ?? null;
    for (let step = 0; from + step < old || to + step < present; step += 1) {
      const was = from + step < old ? before[from + step] : undefined;
      const now = to + step < present ? after[to + step] : undefined;
      differences.push({
        section: was === undefined ? section : was.section,
        said: was?.text ?? null,
        stands: now?.text ?? null,
      });
    }
    [from, to] = [old + 1, present + 1];
  }
  return differences;
}

const bare = (text: string): string => text.replace(/\s/g, '');
const keysOf = (lines: readonly { readonly key: string }[]): readonly string[] => lines.map(({ key }) => key);

type Pair = readonly [before: number, after: number];

/** Places of the lines that both have, in order: what they begin and end with, and the longest sequence between. */
function commonLines(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = longestCommon(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...range(head).map((place): Pair => [place, place]),
    ...middle.map(([old, present]): Pair => [head + old, head + present]),
    ...range(tail).map((place): Pair => [before.length - tail + place, after.length - tail + place]),
  ];
}

function longestCommon(before: readonly string[], after: readonly string[]): readonly Pair[] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const lengthAt = (old: number, present: number): number => lengths[old * width + present] ?? 0;
  for (let old = before.length - 1; old >= 0; old -= 1) {
    for (let present = after.length - 1; present >= 0; present -= 1) {
      lengths[old * width + present] =
        before[old] === after[present]
          ? lengthAt(old + 1, present + 1) + 1
          : Math.max(lengthAt(old + 1, present), lengthAt(old, present + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [old, present] = [0, 0]; old < before.length && present < after.length;) {
    if (before[old] === after[present]) pairs.push([old++, present++]);
    else if (lengthAt(old + 1, present) >= lengthAt(old, present + 1)) old += 1;
    else present += 1;
  }
  return pairs;
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, place) => place);

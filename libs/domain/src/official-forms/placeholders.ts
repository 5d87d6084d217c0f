/** A part of a cell's text: words as they are, or what a placeholder asks for. */
export type TextPart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'field'; readonly name: string; readonly merges: boolean; readonly modifier: string | null }
  | { readonly kind: 'condition'; readonly name: string; readonly wanted: boolean };

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
export const MERGE_MODIFIER = '合并';
/** Fields of an indicator begin with it; a row that has one is printed for each of them. */
export const INDICATOR_PREFIX = '指标.';

/** A text of a template, taken apart. */
export interface ParsedText {
  readonly parts: readonly TextPart[];
  /** The name of the field that the text consists of alone, conditions apart; null for any other text. */
  readonly onlyField: string | null;
  readonly isOfIndicator: boolean;
  readonly merges: boolean;
}

const parsed = new Map<string, ParsedText>();
const MOST_KEPT = 2_000;

/** Takes a text apart. The same few texts are asked for with every form, so they are kept. */
export function parseText(text: string): ParsedText {
  const known = parsed.get(text);
  if (known) return known;
  const parts = partsOf(text);
  const [first, ...others] = parts.filter(({ kind }) => kind !== 'condition');
  const result = {
    parts,
    onlyField: first?.kind === 'field' && others.length === 0 ? first.name : null,
    isOfIndicator: parts.some((part) => part.kind === 'field' && part.name.startsWith(INDICATOR_PREFIX)),
    merges: parts.some((part) => part.kind === 'field' && part.merges),
  };
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(text, result);
  return result;
}

function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push({ kind: 'words', words: text.slice(end, match.index) });
    parts.push(placeholder(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'words', words: text.slice(end) });
  return parts;
}

function placeholder(inner: string): TextPart {
  const [head = '', ...modifiers] = inner.split('|').map((part) => part.trim());
  if (head.startsWith('#') || head.startsWith('^')) {
    return { kind: 'condition', name: head.slice(1).trim(), wanted: head.startsWith('#') };
  }
  const modifier = modifiers.length === 0 ? null : modifiers.join('|');
  return { kind: 'field', name: head, merges: modifier === MERGE_MODIFIER, modifier };
}

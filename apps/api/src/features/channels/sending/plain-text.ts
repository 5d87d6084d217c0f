import type { Message } from './sending.js';

interface Choice {
  /** Of the whole text in UTF-8. */
  readonly maxBytes: number;
  /** Whether the id stands at the end, where the protocol has no other place for it. */
  readonly withId: boolean;
}

/** A message as lines of text: each notice with its number and its link, as many as fit. */
export function plainText({ id, opening, items, closing, more }: Message, { maxBytes, withId }: Choice): string {
  const blocks = items.map(({ sentence, link }, place) => {
    const number = items.length > 1 ? `${place + 1}. ` : '';
    return [`${number}${oneLine(sentence)}`, ...(link === null ? [] : [link])].join('\n');
  });
  const end = [...closing, ...(withId ? [`[${id}]`] : [])];
  const whole = (count: number): string => {
    const left = blocks.length - count;
    return [
      ...opening,
      ...blocks.slice(0, count),
      ...(left > 0 ? [more.replace('{n}', String(left))] : []),
      ...end,
    ].join('\n');
  };
  for (let count = blocks.length; count > 1; count -= 1) if (bytes(whole(count)) <= maxBytes) return whole(count);
  const room = maxBytes - bytes(whole(0)) - 1;
  return bytes(whole(1)) <= maxBytes ? whole(1) : [...opening, cut(blocks[0] ?? '', room), ...end].join('\n');
}

/** What people typed may have lines of its own, and would look like another notice. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const bytes = (text: string): number => Buffer.byteLength(text);

/** Whole characters, with an ellipsis of three bytes. */
function cut(text: string, maxBytes: number): string {
  let kept = '';
  for (const character of text) {
    if (bytes(kept) + bytes(character) + 3 > maxBytes) return `${kept}…`;
    kept += character;
  }
  return kept;
}

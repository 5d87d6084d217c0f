const BOOKMARK = /\[bookmark:[^\]]*\]/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g;

/** Text as printed without what no reader sees: `[bookmark: …]` noise of Word exports, zero-width marks, outer space. */
export const withoutNoise = (text: string): string => text.replace(BOOKMARK, '').replace(INVISIBLE, '').trim();

/**
 * One form for comparing and parsing: half-width letters, digits and signs for full-width ones (NFKC),
 * one space for any run of white space. Never for showing: the printed text is kept beside it.
 */
export const halfWidth = (text: string): string => withoutNoise(text).normalize('NFKC').replace(/\s+/g, ' ').trim();

/** True for an empty cell and for the dashes that stand for one (`————`, `/`). */
export const isBlankCell = (text: string): boolean => /^[-‐‑‒–—―−─━_/\\~·.\s]*$/.test(halfWidth(text));

/** A short piece of a text for a message. */
export const excerpt = (text: string, length = 60): string =>
  text.length > length ? `${[...text].slice(0, length).join('')}…` : text;

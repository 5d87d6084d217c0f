/** Bounded, so that a text of many unclosed brackets takes no longer than its length. */
const BOOKMARK = /\[bookmark:[^[\]]{0,200}\]/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
/** Full-width and small forms of ASCII and ￥. Not all of NFKC: that would turn ① into 1 and ㎡ into m2. */
const WIDE_FORMS = /[\uFE50-\uFE6B\uFF01-\uFF5E\uFFE5]/g;

/** Most cells hold nothing that halfWidth would change: half-width letters and signs but the bracket of noise, and Han. */
const PLAIN = /^[!-Z\\-~\u4E00-\u9FFF≥≤]*$/;

/** Text as printed without what no reader sees: `[bookmark: …]` noise of Word exports, zero-width marks, outer space. */
export const withoutNoise = (text: string): string => text.replace(BOOKMARK, '').replace(INVISIBLE, '').trim();

/**
 * One form for comparing and parsing: half-width letters, digits and signs for full-width ones, without noise,
 * one space for any run of white space. Never for showing: the printed text is kept beside it.
 */
export const halfWidth = (text: string): string =>
  PLAIN.test(text)
    ? text
    : withoutNoise(text.replace(WIDE_FORMS, (wide) => wide.normalize('NFKC'))).replace(/\s+/g, ' ');

/** True for an empty cell and for the dashes that stand for one (`————`, `/`). */
export const isBlankCell = (text: string): boolean => /^[-‐‑‒–—―−─━_/\\~·.\s]*$/.test(halfWidth(text));

/** A short piece of a text for a message. */
export const excerpt = (text: string, length = 60): string => {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length).join('')}…` : text;
};

/** What people wrote, ready to stand inside a sentence: on one line and without a stop of any kind at its end. */
export const clause = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[。．｡.…！!？?；;：:，,、\s]+$/u, '');

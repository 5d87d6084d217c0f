/** Must not begin a line, and must not end one. */
const NOT_FIRST = new Set('、，。；：？！）》」』】〕％%,.;:?!)]}’”…—');
const NOT_LAST = new Set('（《「『【〔([{‘“');
const HAN_FROM = 0x2e80;
const NARROW = new Set('iljftrI.,:;\'"!|()[]{} -');
const WIDE = new Set('mMW%@&—…√≥≤“”‘’±×÷°');

/**
 * Width of a character in ems, in no font but nearly as in all that forms are set in, and rather too wide: Han and
 * full-width signs are one em in each of them.
 */
export function usualWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= HAN_FROM || WIDE.has(character)) return 1;
  if (NARROW.has(character)) return 0.4;
  if (code >= 65 && code <= 90) return 0.72;
  return code < 0x250 ? 0.58 : 1;
}

/**
 * Breaks a text into the lines that it takes in `width`, as Word and Excel do it: between any two Han characters, but
 * signs that close stay behind what they close; letters and digits of one word together where a line is long enough.
 * @param widthOf the width of a character, in the unit of `width`
 */
export function wrapText(text: string, width: number, widthOf: (character: string) => number = usualWidth): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph([...paragraph], width, widthOf));
}

function wrapParagraph(characters: readonly string[], width: number, widthOf: (character: string) => number): string[] {
  if (fitting(characters, 0, width, widthOf) === characters.length) return [characters.join('').trimEnd()];
  const lines: string[] = [];
  let start = 0;
  while (start < characters.length) {
    const fits = fitting(characters, start, width, widthOf);
    const end = fits === characters.length ? fits : breakBefore(characters, start, fits);
    lines.push(characters.slice(start, end).join('').trimEnd());
    start = end;
    while (characters[start] === ' ') start += 1;
  }
  return lines;
}

/** Where a line that begins at `start` is full; it holds one character at least. */
function fitting(
  characters: readonly string[],
  start: number,
  width: number,
  widthOf: (character: string) => number,
): number {
  let taken = 0;
  for (let index = start; index < characters.length; index += 1) {
    taken += widthOf(characters[index] ?? '');
    if (taken > width && index > start) return index;
  }
  return characters.length;
}

/** The last place at or before `end` where a line may end; `end` itself where there is none. */
function breakBefore(characters: readonly string[], start: number, end: number): number {
  for (let index = end; index > start; index -= 1) {
    if (mayBreak(characters[index - 1] ?? '', characters[index] ?? '')) return index;
  }
  return end;
}

const isWordCharacter = (character: string): boolean => /^[A-Za-z0-9.,]$/.test(character);

function mayBreak(before: string, after: string): boolean {
  if (after === ' ') return true;
  if (NOT_FIRST.has(after) || NOT_LAST.has(before)) return false;
  return !(isWordCharacter(before) && isWordCharacter(after));
}

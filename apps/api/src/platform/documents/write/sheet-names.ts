/** What a sheet's name may not hold. */
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001F]/g;
const LONGEST = 31;
const NAMELESS = '项目';
/** A name that programs keep for themselves. */
const RESERVED = /^history$/i;

/** Names for sheets, each once whatever its capitals, and cut where they are longer than a sheet's name may be. */
export class SheetNames {
  private readonly taken = new Set<string>();

  next(name: string): string {
    const plain = name
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const wanted = plain === '' || RESERVED.test(plain) ? NAMELESS : plain;
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : `(${count})`;
      const candidate = shortened(wanted, LONGEST - suffix.length) + suffix;
      if (this.taken.has(candidate.toLowerCase())) continue;
      this.taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}

/** Never half a character at the end, nor what a name may not end with. */
function shortened(name: string, length: number): string {
  let cut = '';
  for (const character of name) {
    if (cut.length + character.length > length) break;
    cut += character;
  }
  return cut.replace(/[' ]+$/, '');
}

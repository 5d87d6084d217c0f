/** A fixed number from −1 to 1 for each thing: no chance, so that every installation shows the same. */
export function fixedChance(what: string): number {
  let hash = 0x811c9dc5;
  for (const character of what) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash / 0xffffffff - 0.5) * 2;
}

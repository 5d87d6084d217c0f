/** A project that may be drawn for verification. */
export interface SampleCandidate {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  /** Organisation that it belongs to: the strata of the sample. */
  readonly organisationId: string;
  /** 重点. */
  readonly key: boolean;
}

export interface SampleRules {
  /** Any text; the same seed draws the same projects. */
  readonly seed: string;
  /** How many to draw, key projects that are taken anyway not counted. */
  readonly size: number;
  /** Whether all key projects are taken besides the drawn ones. */
  readonly keyProjects: boolean;
}

/**
 * Draws projects for verification, so that anybody can draw them again. The same candidates, in any order, with the same
 * seed give the same sample:
 *
 * 1. candidates are sorted by code, then name, then id; missing codes come first;
 * 2. with `keyProjects` all key projects are taken, in that order;
 * 3. the seed is hashed to 32 bits (FNV-1a over its UTF-16 units), which starts the generator mulberry32;
 * 4. organisations in the order of their first project, then the projects of each, are shuffled (Fisher–Yates from the end,
 *    index = floor(next × (place + 1)));
 * 5. organisations give one project each in turn until `size` is reached: a sample reaches as many units as it can.
 *
 * @returns ids in the order in which they were drawn
 */
export function drawSample(candidates: readonly SampleCandidate[], { seed, size, keyProjects }: SampleRules): string[] {
  const sorted = [...candidates].sort(byCode);
  const taken = keyProjects ? sorted.filter(({ key }) => key) : [];
  const next = mulberry32(fnv1a(seed));
  const strata = shuffled([...groupByOrganisation(sorted.filter((each) => !taken.includes(each))).values()], next);
  const decks = strata.map((projects) => shuffled(projects, next));
  const drawn: SampleCandidate[] = [];
  for (let turn = 0; drawn.length < size && decks.some((deck) => deck.length > turn); turn += 1) {
    for (const deck of decks) {
      const project = deck[turn];
      if (project !== undefined && drawn.length < size) drawn.push(project);
    }
  }
  return [...taken, ...drawn].map(({ id }) => id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCode = (a: SampleCandidate, b: SampleCandidate): number =>
  compare(a.code ?? '', b.code ?? '') || compare(a.name, b.name) || compare(a.id, b.id);

function groupByOrganisation(candidates: readonly SampleCandidate[]): Map<string, SampleCandidate[]> {
  const groups = new Map<string, SampleCandidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.organisationId);
    if (group) group.push(candidate);
    else groups.set(candidate.organisationId, [candidate]);
  }
  return groups;
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const deck = [...items];
  for (let place = deck.length - 1; place > 0; place -= 1) {
    const other = Math.floor(next() * (place + 1));
    const [a, b] = [deck[place], deck[other]];
    if (a === undefined || b === undefined) continue;
    deck[place] = b;
    deck[other] = a;
  }
  return deck;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The generator mulberry32 (public domain): numbers in [0, 1) that depend on the 32-bit start alone. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

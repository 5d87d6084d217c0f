/** A text shorter than this is always a copy of its own. */
const SHORTEST_SLICE = 13;
/** Texts of this length repeat from row to row (levels, units, grounds); longer ones hardly do. */
const LONGEST_SHARED = 40;
const MOST_SHARED = 20_000;

/**
 * Keeps texts of many rows in little memory: what repeats is kept once, and nothing is a slice that would keep the whole
 * text alive which a reader cut it from.
 */
export class KeptTexts {
  private readonly shared = new Map<string, string>();

  keep(text: string): string {
    if (text.length > LONGEST_SHARED) return copyOf(text);
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    if (this.shared.size >= MOST_SHARED) this.shared.clear();
    const copy = copyOf(text);
    this.shared.set(copy, copy);
    return copy;
  }

  /** A place is hardly ever printed twice. */
  keepPlace(at: string): string {
    return copyOf(at);
  }
}

/** Joining and cutting makes a new text; a plain slice would go on pointing into the text it was cut from. */
const copyOf = (text: string): string => (text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1));

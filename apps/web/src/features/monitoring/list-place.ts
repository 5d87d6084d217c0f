/** Where one was in a list. */
export interface ListPlace {
  /** Pixels that it was scrolled down. */
  readonly top: number;
  /** Row that had the focus, from 0. */
  readonly row: number;
}

interface StoredPlace extends ListPlace {
  /** Which list it was, with its filter. */
  readonly list: string;
}

const NAME = 'listPlace';
const stateNow = (): Readonly<Record<string, unknown>> => (history.state ?? {}) as Readonly<Record<string, unknown>>;

/** Remembers the place with the page's entry in the browser's history, so that going back and reloading find it again. */
export function keepPlace(list: string, place: ListPlace): void {
  const stored: StoredPlace = { ...place, list };
  history.replaceState({ ...stateNow(), [NAME]: stored }, '');
}

/** @returns null where this list, with this filter, was not looked at from this entry of the history */
export function placeOf(list: string): ListPlace | null {
  const stored = stateNow()[NAME] as StoredPlace | undefined;
  return stored?.list === list ? stored : null;
}

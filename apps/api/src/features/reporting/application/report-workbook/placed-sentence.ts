import type { Place } from '../report-file/place.js';

/** One thing wrong, in a person's language; without a place it concerns the whole file. */
export interface PlacedSentence {
  readonly place: Place | null;
  readonly sentence: string;
}

/** A monitoring round's period: January to the end of `month` of `year` (1-X月). */
export interface Period {
  readonly year: number;
  readonly month: number;
}

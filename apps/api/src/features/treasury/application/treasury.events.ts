import { defineEvent } from '../../../platform/events/domain-events.js';

/**
 * Figures of a year are about to be stored. Who judges by them holds what must not be closed meanwhile, so that a figure
 * that is recorded before something was locked was also seen by it.
 */
export const treasuryFiguresComing = defineEvent<{ readonly year: number }>('treasury.figures-coming');

/** Treasury figures of these projects were stored for these months. */
export const treasuryFiguresChanged = defineEvent<{
  readonly year: number;
  readonly months: readonly { readonly month: number; readonly projectIds: readonly string[] }[];
  readonly actor: string;
  /** Ids of the jobs that follow, put in by whoever starts them. */
  readonly jobIds: string[];
}>('treasury.figures-changed');

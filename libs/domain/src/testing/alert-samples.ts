import type { AlertFacts } from '../alerts/alert-facts.js';
import { SAMPLE_BUDGET_FEN } from './assessment-samples.js';

/** June of a project of 235.8 万元 with the plan 25/50/80/100 that is exactly on it, and has raised nothing. */
export function sampleFacts(changes: Partial<AlertFacts> = {}): AlertFacts {
  return {
    period: { year: 2023, month: 6 },
    light: 'green',
    spendLight: 'green',
    goalLight: 'green',
    exempt: false,
    budgetFen: SAMPLE_BUDGET_FEN,
    expenditureFen: SAMPLE_BUDGET_FEN / 2,
    executionRate: 50,
    plannedRate: 50,
    gapToPlan: 0,
    mismatch: null,
    notReported: false,
    forecastPercent: 100,
    impossible: [],
    rush: null,
    earlier: [],
    ...changes,
  };
}

/** The same with 60.00 万元 spent: 25.45 % where the plan has 50, which is a red light (R9). */
export const laggingFacts = (changes: Partial<AlertFacts> = {}): AlertFacts =>
  sampleFacts({
    light: 'red',
    spendLight: 'red',
    expenditureFen: 60_000_000,
    executionRate: 25.45,
    gapToPlan: -24.55,
    ...changes,
  });

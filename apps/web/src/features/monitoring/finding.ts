import { parseAmount } from '@jixiao/domain';
import type { Indicator, VerifiedInput } from '../../shared/api/schema.gen.js';

export const OUTCOMES = ['met', 'partly', 'unmet'] as const;

/** What a person has typed of what was found. */
export interface FoundDraft {
  readonly kind: Indicator['kind'] | 'expenditure';
  readonly indicatorId: string;
  /** An amount in 万元, a figure, an outcome, or a day `YYYY-MM-DD`. */
  readonly text: string;
  /** Of a day: looked for and not done, whatever day is typed. */
  readonly notDone: boolean;
}

/** The finding that was typed; null where it is none of its kind. R20, R21. */
export function findingOf({ kind, indicatorId, text, notDone }: FoundDraft): VerifiedInput['finding'] | null {
  if (kind === 'date' && notDone) return { indicatorId, notDone: true };
  const typed = text.trim();
  if (typed === '') return null;
  if (kind === 'expenditure') {
    const amount = parseAmount(typed, 'wan');
    return amount.ok && amount.value !== null && amount.value >= 0 ? { expenditureFen: amount.value } : null;
  }
  if (kind === 'qualitative') {
    const outcome = OUTCOMES.find((one) => one === typed);
    return outcome ? { indicatorId, outcome } : null;
  }
  if (kind === 'date') return { indicatorId, doneOn: typed };
  const value = Number(typed);
  return Number.isFinite(value) ? { indicatorId, value } : null;
}

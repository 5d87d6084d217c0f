import type { AlertFacts } from './alert-facts.js';
import type { AlertKind } from './alert-kinds.js';

/**
 * Whether the figures of a round can say that a rule, which they do not fulfil, holds no longer (R27). A blank is not zero
 * (R28): who takes a bad figure back has not recovered, nor has a project that has not reported in the next round yet.
 * @param isReported nothing that was due in the round is missing
 * @param isSameRound whether the alert was raised in the round of the figures
 */
export function tellsRecovery(
  kind: AlertKind,
  facts: Pick<AlertFacts, 'forecastPercent' | 'light'>,
  { isReported, isSameRound }: { readonly isReported: boolean; readonly isSameRound: boolean },
): boolean {
  // Nobody is late any more, be it because the deadline was moved.
  if (kind === 'not-reported' && isSameRound) return true;
  if (!isReported) return false;
  if (kind === 'forecast-below') return facts.forecastPercent !== null;
  if (kind === 'worsening') return facts.light !== 'grey';
  return true;
}

import type { Outcome } from '../reporting/report-types.js';
import type { IndicatorVerdict } from './indicator-context.js';

const VERDICTS: Readonly<Record<Outcome, IndicatorVerdict>> = {
  met: { light: 'green', reason: 'outcome-met' },
  partly: { light: 'yellow', reason: 'outcome-partly' },
  unmet: { light: 'red', reason: 'outcome-unmet' },
};

/** R20: 达成 green, 部分达成 yellow, 未达成 red. */
export const qualitativeLight = (outcome: Outcome): IndicatorVerdict => VERDICTS[outcome];

import { halfWidth } from '../kernel/text.js';
import type { Direction } from './target-types.js';
import { isMoneyOrTimePerCase, isMoneyUnit } from './units.js';

/** Step 3 and 4 of R17b: names whose number is a ceiling. */
const CEILING_NAMES = /控制|成本|超支/;
const BAD_RATES = /投诉率|发回重审率|差错率/;
/** `成本节约率 10%`, `投诉率下降 20%`: less of the bad thing is the good thing, so more of it is better. */
const REDUCTION_NAMES = /下降|降低|减少|节约/;

export interface UndirectedValue {
  readonly number: number;
  readonly unit: string | null;
  readonly name?: string | undefined;
}

/**
 * The direction of a number without an operator (R17b), in this order: 0 is a ceiling; money, or time per case, is a ceiling
 * (`20元/户`, `48天/个`, `17万元`); names with 控制, 成本, 超支 are; 投诉率, 发回重审率, 差错率 are; all else is a floor.
 * Without a name only the number and the unit count. Names of a reduction (下降, 降低, 减少, 节约) are left to the last step.
 */
export function inferDirection({ number, unit, name = '' }: UndirectedValue): Direction {
  if (number === 0) return 'atMost';
  if (isMoneyUnit(unit) || isMoneyOrTimePerCase(unit)) return 'atMost';
  const plain = halfWidth(name).replace(/\s/g, '');
  if (REDUCTION_NAMES.test(plain)) return 'atLeast';
  return CEILING_NAMES.test(plain) || BAD_RATES.test(plain) ? 'atMost' : 'atLeast';
}

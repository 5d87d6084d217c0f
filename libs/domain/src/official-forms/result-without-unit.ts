import { parseTargetValue } from '../targets/value-parser.js';

/**
 * A result as a form prints it, without the unit of its target, for `readResultCell`: `27000件` of ≥27000件 is `27000`. A per
 * cent sign stays, since it says that the figure is a percentage.
 */
export function resultWithoutUnit(result: string, target: string, name: string): string {
  const { unit } = parseTargetValue(target, { name });
  const plain = result.trim();
  return unit !== null && unit !== '%' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
}

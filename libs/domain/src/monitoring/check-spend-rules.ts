import type { Checkpoint } from '../targets/target-types.js';
import type { Bands, SpendRules } from './rule-pack.js';
import { fault, notOneOf, outOfRange, unknownKeys, type RulePackProblem } from './rule-pack-problems.js';

/** Limits of a percentage: 200 % of a plan is more than any authority asks for. */
const PERCENT_LIMIT = { min: 0, max: 200 };
const PRESETS: readonly SpendRules['preset'][] = ['ratio', 'sichuan', 'hefei'];

/** R9, R12, R13: the limits of the spend light. */
export function spendProblems(rules: SpendRules): RulePackProblem[] {
  switch (rules.preset) {
    case 'ratio':
      return [
        ...unknownKeys('spend', rules, ['preset', 'reference', 'redBelow', 'yellowBelow']),
        ...notOneOf('spend.reference', rules.reference, ['plan', 'straightLine']),
        ...bandProblems('spend', rules),
      ];
    case 'sichuan':
      return [
        ...unknownKeys('spend', rules, ['preset', 'thresholds']),
        ...thresholdProblems('spend.thresholds', rules.thresholds),
      ];
    case 'hefei':
      return [
        ...unknownKeys('spend', rules, ['preset', 'behindBelow']),
        ...outOfRange('spend.behindBelow', rules.behindBelow, { ...PERCENT_LIMIT, above: true }),
      ];
    default:
      return notOneOf('spend.preset', (rules as { preset?: unknown }).preset, PRESETS);
  }
}

/** Red ends where yellow begins, so yellow needs room of its own. `names` are the two fields at `path`. */
export function bandProblems(
  path: string,
  { redBelow, yellowBelow }: Bands,
  names: readonly [red: string, yellow: string] = ['redBelow', 'yellowBelow'],
): RulePackProblem[] {
  const [red, yellow] = names.map((name) => `${path}.${name}`) as [string, string];
  const faults = [...outOfRange(red, redBelow, PERCENT_LIMIT), ...outOfRange(yellow, yellowBelow, PERCENT_LIMIT)];
  if (faults.length > 0 || redBelow < yellowBelow) return faults;
  return [fault(yellow, 'rule-pack-bands-overlap', { redBelow, yellowBelow })];
}

/** R12: months in order, each once, and never less asked for later than before. */
function thresholdProblems(path: string, thresholds: readonly Checkpoint[]): RulePackProblem[] {
  if (thresholds.length === 0) return [fault(path, 'rule-pack-list-empty')];
  return thresholds.flatMap((threshold, at) => {
    const { month, percent } = threshold;
    const own = [
      ...unknownKeys(`${path}.${at}`, threshold, ['month', 'percent']),
      ...monthProblems(`${path}.${at}.month`, month),
      ...outOfRange(`${path}.${at}.percent`, percent, { min: 0, max: 100 }),
    ];
    const before = thresholds[at - 1];
    return own.length > 0 || before === undefined ? own : orderProblems(`${path}.${at}`, before, threshold);
  });
}

function monthProblems(path: string, month: number): RulePackProblem[] {
  const faults = outOfRange(path, month, { min: 1, max: 12 });
  return faults.length > 0 || Number.isInteger(month) ? faults : [fault(path, 'rule-pack-not-whole')];
}

function orderProblems(path: string, before: Checkpoint, { month, percent }: Checkpoint): RulePackProblem[] {
  if (month === before.month) return [fault(`${path}.month`, 'rule-pack-repeated', { value: month })];
  if (month < before.month) return [fault(`${path}.month`, 'rule-pack-months-unordered')];
  if (percent >= before.percent) return [];
  return [fault(`${path}.percent`, 'rule-pack-threshold-falls', { month, percent, before: before.percent })];
}

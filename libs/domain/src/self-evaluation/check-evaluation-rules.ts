import { exact, roundHalfAway } from '../kernel/exact.js';
import { shown } from '../monitoring/figures.js';
import {
  fault,
  faultyWords,
  notOneOf,
  outOfRange,
  unknownKeys,
  type Range,
  type RulePackProblem,
} from '../monitoring/rule-pack-problems.js';
import { EVALUATION_PARTS, FRAME_NAMES, type EvaluationRules, type FrameName } from './evaluation-rules.js';

/** A fault of evaluation rules; `path` names the field as `frames.A.output`, for the form to show it there. */
export type EvaluationRuleProblem = RulePackProblem;

const KEYS = [
  'executionPoints',
  'frames',
  'reverse',
  'gatePercent',
  'outcomeBands',
  'overTargetFrom',
  'overTargetExemptUnits',
  'gradesFrom',
  'pointGapPercent',
  'unspentPercent',
  'caps',
];
const PERCENT: Range = { min: 0, max: 100 };
const SOME_PERCENT: Range = { ...PERCENT, above: true };
/** Execution has some points, and leaves some to the indicators. */
const EXECUTION: Range = { min: 0, above: true, max: 90 };
/** From 100 % on every target that is met would be asked about. */
const OVER_TARGET: Range = { min: 100, above: true, max: 1000 };

/**
 * What is wrong with evaluation rules that were made in a form, with a stable code and the path of the field; empty where they
 * may be published. Frames that do not make up 100 with execution (R30), limits that contradict each other, figures with more
 * than 2 places and keys that no rule reads are refused. The shape (which field is a number, which a text) is for the
 * caller's schema to have checked.
 */
export function checkEvaluationRules(rules: EvaluationRules): EvaluationRuleProblem[] {
  return [
    ...unknownKeys('', rules, KEYS),
    ...figure('executionPoints', rules.executionPoints, EXECUTION),
    ...unknownKeys('frames', rules.frames, FRAME_NAMES),
    ...FRAME_NAMES.flatMap((name) => frameProblems(name, rules)),
    ...notOneOf('reverse', rules.reverse, ['ratio', 'linear']),
    ...(rules.gatePercent === null ? [] : figure('gatePercent', rules.gatePercent, SOME_PERCENT)),
    ...bandProblems(rules.outcomeBands),
    ...figure('overTargetFrom', rules.overTargetFrom, OVER_TARGET),
    ...(rules.overTargetExemptUnits.length === 0
      ? []
      : faultyWords('overTargetExemptUnits', rules.overTargetExemptUnits)),
    ...gradeProblems(rules.gradesFrom),
    ...figure('pointGapPercent', rules.pointGapPercent, PERCENT),
    ...figure('unspentPercent', rules.unspentPercent, PERCENT),
    ...capProblems(rules.caps),
  ];
}

function figure(path: string, value: number, range: Range): EvaluationRuleProblem[] {
  const faults = outOfRange(path, value, range);
  const isFine = faults.length > 0 || roundHalfAway(exact(value), 2) === value;
  return isFine ? faults : [fault(path, 'evaluation-rules-places')];
}

function frameProblems(name: FrameName, { frames, executionPoints }: EvaluationRules): EvaluationRuleProblem[] {
  const [frame, path] = [frames[name], `frames.${name}`];
  const faults = [
    ...unknownKeys(path, frame, EVALUATION_PARTS),
    ...EVALUATION_PARTS.flatMap((part) => {
      const points = frame[part];
      return points === null ? [] : figure(`${path}.${part}`, points, PERCENT);
    }),
    ...outOfRange('executionPoints', executionPoints, EXECUTION),
  ];
  if (faults.length > 0) return faults.filter((each) => each.path !== 'executionPoints');
  const sum = EVALUATION_PARTS.reduce((total, part) => total.add(frame[part] ?? 0), exact(executionPoints));
  if (sum.equals(100)) return [];
  return [fault(path, 'evaluation-rules-frame-sum', { frame: name, sum: shown(sum), execution: executionPoints })];
}

/** What is partly met begins below what is met. */
function bandProblems(bands: EvaluationRules['outcomeBands']): EvaluationRuleProblem[] {
  const { metFrom, partlyFrom } = bands;
  const faults = [
    ...unknownKeys('outcomeBands', bands, ['metFrom', 'partlyFrom']),
    ...figure('outcomeBands.metFrom', metFrom, SOME_PERCENT),
    ...figure('outcomeBands.partlyFrom', partlyFrom, SOME_PERCENT),
  ];
  if (faults.length > 0 || partlyFrom < metFrom) return faults;
  return [fault('outcomeBands.partlyFrom', 'evaluation-rules-bands-cross', { metFrom, partlyFrom })];
}

/** Each grade begins above the next one, or nobody would ever get it. */
function gradeProblems(grades: EvaluationRules['gradesFrom']): EvaluationRuleProblem[] {
  const order = ['excellent', 'good', 'fair'] as const;
  const faults = [
    ...unknownKeys('gradesFrom', grades, order),
    ...order.flatMap((grade) => figure(`gradesFrom.${grade}`, grades[grade], SOME_PERCENT)),
  ];
  if (faults.length > 0) return faults;
  return (['good', 'fair'] as const).flatMap((grade, index) => {
    const above = grades[order[index] ?? 'excellent'];
    if (grades[grade] < above) return [];
    return [fault(`gradesFrom.${grade}`, 'evaluation-rules-grades-cross', { from: grades[grade], above })];
  });
}

/** In any order; who has spent less must not be allowed more. */
function capProblems(caps: EvaluationRules['caps']): EvaluationRuleProblem[] {
  const faults = caps.flatMap((cap, at) => [
    ...unknownKeys(`caps.${at}`, cap, ['executionBelow', 'totalAtMost']),
    ...figure(`caps.${at}.executionBelow`, cap.executionBelow, SOME_PERCENT),
    ...figure(`caps.${at}.totalAtMost`, cap.totalAtMost, PERCENT),
  ]);
  if (faults.length > 0) return faults;
  return caps.flatMap((cap, at) => {
    const value = cap.executionBelow;
    if (caps.findIndex(({ executionBelow }) => executionBelow === value) < at) {
      return [fault(`caps.${at}.executionBelow`, 'rule-pack-repeated', { value })];
    }
    const lower = caps.find((other) => other.executionBelow < value && other.totalAtMost >= cap.totalAtMost);
    if (lower === undefined) return [];
    const params = { executionBelow: value, totalAtMost: cap.totalAtMost, lower: lower.executionBelow };
    return [fault(`caps.${at}.totalAtMost`, 'evaluation-rules-caps-rise', { ...params, allowed: lower.totalAtMost })];
  });
}

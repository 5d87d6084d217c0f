import type { RemarkRules } from '../reporting/remark-rules.js';
import { bandProblems, spendProblems } from './check-spend-rules.js';
import type { MismatchRules } from './mismatch-rules.js';
import type { IndicatorRules, LargeProjectRules, RulePack } from './rule-pack.js';
import { fault, faultyWords, notOneOf, outOfRange, unknownKeys, type RulePackProblem } from './rule-pack-problems.js';

export type { RulePackProblem } from './rule-pack-problems.js';

/** Begins with a letter, so that `id@version` reads as a name; as long as the database keeps. */
const ID_FORM = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$/;
const LONGEST_TITLE = 60;
const POINTS = { min: 0, max: 100 };
const KEYS = ['id', 'version', 'title', 'spend', 'indicators', 'largeProject', 'mismatch', 'remarks'];

/**
 * What is wrong with a rule pack that was made in a form, with a stable code and the path of the field; empty where lights
 * may be judged by it. Gaps and overlaps of limits, figures outside of what makes sense, and keys that no rule reads are
 * refused. The shape (which field is a number, which a text) is for the caller's schema to have checked.
 */
export function checkRulePack(pack: RulePack): RulePackProblem[] {
  return [
    ...unknownKeys('', pack, KEYS),
    ...nameProblems(pack),
    ...spendProblems(pack.spend),
    ...indicatorProblems(pack.indicators),
    ...largeProjectProblems(pack.largeProject),
    ...mismatchProblems(pack.mismatch),
    ...remarkProblems(pack.remarks),
  ];
}

function nameProblems({ id, version, title }: RulePack): RulePackProblem[] {
  return [
    ...(ID_FORM.test(id) ? [] : [fault('id', 'rule-pack-id-form')]),
    ...(Number.isInteger(version) && version >= 1 ? [] : [fault('version', 'rule-pack-version-form')]),
    ...unknownKeys('title', title, ['zh', 'en']),
    ...(['zh', 'en'] as const).flatMap((language) => titleProblems(`title.${language}`, title[language])),
  ];
}

function titleProblems(path: string, title: string): RulePackProblem[] {
  if (title.trim() === '') return [fault(path, 'rule-pack-text-missing')];
  return [...title].length > LONGEST_TITLE ? [fault(path, 'rule-pack-text-long', { max: LONGEST_TITLE })] : [];
}

/** R17, R18. Blue begins where green has begun, or results that are yellow would be blue. */
function indicatorProblems(rules: IndicatorRules): RulePackProblem[] {
  const at = 'indicators';
  const final = { redBelow: rules.finalRedBelow, yellowBelow: rules.finalYellowBelow };
  const faults = [
    ...unknownKeys(at, rules, [
      ...['redBelow', 'yellowBelow', 'finalRedBelow', 'finalYellowBelow'],
      ...['blueFrom', 'blueOf', 'smallTargetBelow', 'cumulativeUnder'],
    ]),
    ...bandProblems(at, rules),
    ...bandProblems(at, final, ['finalRedBelow', 'finalYellowBelow']),
    ...outOfRange(`${at}.blueFrom`, rules.blueFrom, { min: 100, max: 1000, above: true }),
    ...notOneOf(`${at}.blueOf`, rules.blueOf, ['annualTarget', 'standard']),
    ...outOfRange(`${at}.smallTargetBelow`, rules.smallTargetBelow, { min: 0, max: 1000 }),
    ...(rules.cumulativeUnder === undefined ? [] : faultyWords(`${at}.cumulativeUnder`, rules.cumulativeUnder)),
  ];
  const green = Math.max(rules.yellowBelow, rules.finalYellowBelow);
  if (faults.length > 0 || rules.blueFrom >= green) return faults;
  return [fault(`${at}.blueFrom`, 'rule-pack-blue-overlaps', { blueFrom: rules.blueFrom, green })];
}

/** R14. */
function largeProjectProblems(rules: LargeProjectRules | null | undefined): RulePackProblem[] {
  if (rules === null || rules === undefined) return [];
  const at = 'largeProject';
  const { budgetFromFen, gapToStraightLine, gapToPlanBelow } = rules;
  const amount = outOfRange(`${at}.budgetFromFen`, budgetFromFen, {
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    above: true,
  });
  return [
    ...unknownKeys(at, rules, ['budgetFromFen', 'gapToStraightLine', 'gapToPlanBelow']),
    ...(amount.length > 0 || Number.isInteger(budgetFromFen)
      ? amount
      : [fault(`${at}.budgetFromFen`, 'rule-pack-not-whole')]),
    // A gap of 0 would call a project far behind that is level.
    ...outOfRange(`${at}.gapToStraightLine`, gapToStraightLine, { min: -100, max: -1 }),
    ...outOfRange(`${at}.gapToPlanBelow`, gapToPlanBelow, { min: -100, max: 0 }),
  ];
}

/** R15; what is left out has the usual limit. */
function mismatchProblems(rules: Partial<MismatchRules> | null | undefined): RulePackProblem[] {
  if (rules === null || rules === undefined) return [];
  const at = 'mismatch';
  const { moneyAheadBy, goalsAheadBy, goalsAhead } = rules;
  return [
    ...unknownKeys(at, rules, ['moneyAheadBy', 'goalsAheadBy', 'goalsAhead']),
    ...(moneyAheadBy === undefined ? [] : outOfRange(`${at}.moneyAheadBy`, moneyAheadBy, POINTS)),
    ...(goalsAheadBy === undefined ? [] : outOfRange(`${at}.goalsAheadBy`, goalsAheadBy, POINTS)),
    ...(goalsAhead === undefined ? [] : notOneOf(`${at}.goalsAhead`, goalsAhead, ['always', 'spendBehind'])),
  ];
}

/** R24, R25. No light at all may need a reason, but each that does is named once. */
function remarkProblems(rules: Partial<RemarkRules> | undefined): RulePackProblem[] {
  if (rules === undefined) return [];
  const at = 'remarks';
  const { reasonsFor = [], overTargetPercent, overTargetExemptUnits = [] } = rules;
  return [
    ...unknownKeys(at, rules, ['reasonsFor', 'overTargetPercent', 'overTargetExemptUnits']),
    ...reasonsFor.flatMap((light, index) => notOneOf(`${at}.reasonsFor.${index}`, light, ['yellow', 'red'])),
    ...(reasonsFor.length === 0 ? [] : faultyWords(`${at}.reasonsFor`, reasonsFor)),
    ...(overTargetPercent === undefined
      ? []
      : outOfRange(`${at}.overTargetPercent`, overTargetPercent, { min: 0, max: 1000 })),
    ...(overTargetExemptUnits.length === 0 ? [] : faultyWords(`${at}.overTargetExemptUnits`, overTargetExemptUnits)),
  ];
}

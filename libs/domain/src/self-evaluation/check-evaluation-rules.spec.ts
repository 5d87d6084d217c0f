import { describe, expect, it } from '@jest/globals';
import { checkEvaluationRules } from './check-evaluation-rules.js';
import { evaluationRuleProblemMessage, EVALUATION_RULE_PROBLEM_SENTENCES } from './evaluation-rule-messages.js';
import type { EvaluationRules } from './evaluation-rules.js';
import { DEFAULT_EVALUATION_RULES, EVALUATION_RULE_PRESETS } from './preset-evaluation-rules.js';

/** As a form or a file may bring it: any field may hold anything. */
const changed = (changes: object): EvaluationRules => ({ ...DEFAULT_EVALUATION_RULES, ...changes });
const inFrameA = (changes: object) => {
  const { A, B } = DEFAULT_EVALUATION_RULES.frames;
  return changed({ frames: { A: { ...A, ...changes }, B } });
};
const inGrades = (changes: object) => changed({ gradesFrom: { ...DEFAULT_EVALUATION_RULES.gradesFrom, ...changes } });
const caps = (...limits: [executionBelow: number, totalAtMost: number][]) =>
  changed({ caps: limits.map(([executionBelow, totalAtMost]) => ({ executionBelow, totalAtMost })) });

it.each(EVALUATION_RULE_PRESETS)('accepts preset $id', ({ rules }) => {
  expect(checkEvaluationRules(rules)).toEqual([]);
});

it('accepts other points of execution where the frames go along, and caps in any order', () => {
  const A = { cost: null, output: 50, benefit: 20, satisfaction: 10 };
  const B = { cost: 20, output: 40, benefit: 20, satisfaction: null };
  expect(checkEvaluationRules(changed({ executionPoints: 20, frames: { A, B } }))).toEqual([]);
  expect(checkEvaluationRules(caps([50, 59], [80, 89], [60, 69]))).toEqual([]);
  expect(checkEvaluationRules(changed({ overTargetExemptUnits: [] }))).toEqual([]);
});

const FAULTS: [string, EvaluationRules, string[]][] = [
  ['a frame of 99.99', inFrameA({ output: 49.99 }), ['frames.A: evaluation-rules-frame-sum']],
  [
    'execution that no frame knows of',
    changed({ executionPoints: 20 }),
    ['frames.A: evaluation-rules-frame-sum', 'frames.B: evaluation-rules-frame-sum'],
  ],
  ['no execution at all', changed({ executionPoints: 0 }), ['executionPoints: rule-pack-out-of-range-above']],
  ['points with 3 places', inFrameA({ output: 50.005 }), ['frames.A.output: evaluation-rules-places']],
  ['a negative part', inFrameA({ benefit: -1 }), ['frames.A.benefit: rule-pack-out-of-range']],
  ['an unknown part', inFrameA({ process: 1 }), ['frames.A.process: rule-pack-key-unknown']],
  ['an unknown way', changed({ reverse: 'square' }), ['reverse: rule-pack-choice-unknown']],
  ['a gate of 0', changed({ gatePercent: 0 }), ['gatePercent: rule-pack-out-of-range-above']],
  [
    'bands that cross',
    changed({ outcomeBands: { metFrom: 60, partlyFrom: 60 } }),
    ['outcomeBands.partlyFrom: evaluation-rules-bands-cross'],
  ],
  ['asking about every target', changed({ overTargetFrom: 100 }), ['overTargetFrom: rule-pack-out-of-range-above']],
  ['a unit twice', changed({ overTargetExemptUnits: ['%', '%'] }), ['overTargetExemptUnits.1: rule-pack-repeated']],
  ['grades that cross', inGrades({ good: 90 }), ['gradesFrom.good: evaluation-rules-grades-cross']],
  ['fair above good', inGrades({ fair: 85 }), ['gradesFrom.fair: evaluation-rules-grades-cross']],
  ['no number', inGrades({ fair: '60' }), ['gradesFrom.fair: rule-pack-not-a-number']],
  ['a gap above 100', changed({ pointGapPercent: 101 }), ['pointGapPercent: rule-pack-out-of-range']],
  ['an unknown key', changed({ bonus: 1 }), ['bonus: rule-pack-key-unknown']],
  ['a cap twice', caps([80, 89], [80, 79]), ['caps.1.executionBelow: rule-pack-repeated']],
  ['more points for less spending', caps([80, 79], [70, 89]), ['caps.0.totalAtMost: evaluation-rules-caps-rise']],
  ['the same points for less spending', caps([70, 79], [80, 79]), ['caps.1.totalAtMost: evaluation-rules-caps-rise']],
  ['a cap above all points', caps([80, 101]), ['caps.0.totalAtMost: rule-pack-out-of-range']],
];

it.each(FAULTS)('refuses %s', (_, rules, faults) => {
  expect(checkEvaluationRules(rules).map(({ path, code }) => `${path}: ${code}`)).toEqual(faults);
});

describe('sentences', () => {
  const problems = FAULTS.flatMap(([, rules]) => checkEvaluationRules(rules));

  it.each(['zh', 'en'] as const)('says every fault in %s without a hole', (locale) => {
    for (const problem of problems) {
      expect(evaluationRuleProblemMessage(problem, locale)).not.toMatch(/[{}—]|evaluation-rules|rule-pack|undefined/);
    }
    const own = Object.keys(EVALUATION_RULE_PROBLEM_SENTENCES);
    expect(new Set(problems.map(({ code }) => code).filter((code) => code.startsWith('evaluation-')))).toEqual(
      new Set(own),
    );
  });

  it('names a code that it does not know', () => {
    expect(evaluationRuleProblemMessage({ path: '', code: 'toString' }, 'en')).toBe('Please check (toString).');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyInput } from '../testing/arbitrary-inputs.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput } from './assessment-types.js';
import { checkRulePack } from './check-rule-pack.js';
import { comparePacks } from './compare-packs.js';
import { explainMismatch } from './explain.js';
import { LARGE_PROJECT_RULES, PRESET_RULE_PACKS, SICHUAN_RULE_PACK } from './preset-packs.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { spendGoalMismatch } from './spend-goal-mismatch.js';
import { assessSpend } from './spend-light.js';

const BUDGET = 2_000_000_000;
/** Reported, with a budget, and not exempt: something that a preset judges. */
const judged = fc
  .record({ input: anyInput, expenditureFen: fc.integer({ min: 0, max: BUDGET }) })
  .map(({ input, expenditureFen }): AssessmentInput => ({
    ...input,
    exempt: false,
    adjustedBudgetFen: BUDGET,
    expenditureFen,
  }));
const always: RulePack['largeProject'] = { ...LARGE_PROJECT_RULES, budgetFromFen: 1 };

describe.each(PRESET_RULE_PACKS.map(({ pack }) => [pack.id, pack] as const))('properties of preset %s', (_, pack) => {
  it('R11: above the budget is red, whatever else holds', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: BUDGET }), (input, excess) => {
        const overspent = { ...input, expenditureFen: BUDGET + excess, rulePack: { ...pack, largeProject: always } };
        expect(assessSpend(overspent)).toMatchObject({ light: 'red', reason: 'overspent' });
        expect(assessProject(overspent).light).toBe('red');
      }),
    );
  });

  it('R14: makes a light red or leaves it as the preset has it', () => {
    fc.assert(
      fc.property(judged, (input) => {
        const without = assessSpend({ ...input, rulePack: { ...pack, largeProject: null } });
        const large = assessSpend({ ...input, rulePack: { ...pack, largeProject: always } });
        if (large.reason !== 'large-project-behind') return expect(large).toEqual(without);
        expect(large.light).toBe('red');
        expect(large.gapToStraightLine).toBeLessThanOrEqual(-20);
        expect(large.gapToPlan).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('R15: a mismatch is more points than its limit, on the side that is ahead, and says so', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const found = spendGoalMismatch(assessProject({ ...input, rulePack: pack }), pack);
        if (found === null) return;
        expect(found.goalPercent).toBeGreaterThanOrEqual(0);
        expect(found.goalPercent).toBeLessThanOrEqual(100);
        if (found.side === 'moneyAhead') expect(found.gap).toBeGreaterThanOrEqual(found.limit);
        if (found.side === 'goalsAhead') expect(found.gap).toBeLessThanOrEqual(-found.limit);
        expect(explainMismatch(found, 'zh')).not.toMatch(/undefined|null|NaN/);
      }),
    );
  });

  it('R50: every project of a comparison stands once in each flow', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 5 }), (inputs) => {
        const { flows, projects, changed, changes } = comparePacks(
          inputs.map((input, at) => ({
            projectId: String(at),
            before: assessProject({ ...input, rulePack: RATIO_RULE_PACK }),
            after: assessProject({ ...input, rulePack: pack }),
          })),
        );
        for (const flow of Object.values(flows)) {
          const all = Object.values(flow).flatMap((to) => Object.values(to));
          expect(all.reduce((sum, each) => sum + each, 0)).toBe(projects);
        }
        expect(changes.filter(({ project }) => project !== null)).toHaveLength(changed);
      }),
    );
  });
});

it('R12: no spending within the budget is ever red in the preset sichuan', () => {
  fc.assert(
    fc.property(judged, (input) => {
      expect(assessSpend({ ...input, rulePack: SICHUAN_RULE_PACK }).light).not.toBe('red');
    }),
  );
});

it('a rule pack that is accepted judges everything; one that is refused says why', () => {
  const limit = fc.oneof(fc.integer({ min: -5, max: 210 }), fc.constantFrom(NaN, 0.5));
  const spend: fc.Arbitrary<RulePack['spend']> = fc.oneof(
    fc.record({
      preset: fc.constant('ratio' as const),
      reference: fc.constantFrom('plan', 'straightLine'),
      redBelow: limit,
      yellowBelow: limit,
    }),
    fc.record({
      preset: fc.constant('sichuan' as const),
      thresholds: fc.array(fc.record({ month: fc.integer({ min: 0, max: 13 }), percent: limit }), { maxLength: 3 }),
    }),
    fc.record({ preset: fc.constant('hefei' as const), behindBelow: limit }),
  );
  fc.assert(
    fc.property(judged, spend, (input, rules) => {
      const rulePack: RulePack = { ...RATIO_RULE_PACK, spend: rules };
      const problems = checkRulePack(rulePack);
      for (const { path } of problems) expect(path).toMatch(/^spend\./);
      if (problems.length > 0) return;
      expect(['red', 'yellow', 'green', 'blue', 'grey']).toContain(assessProject({ ...input, rulePack }).light);
    }),
    { numRuns: 500 },
  );
});

import { PRESET_RULE_PACKS, RATIO_RULE_PACK } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { formOf, readForm, type RuleForm } from './rule-form.js';
import type { PackInput } from './rules.api.js';
import { sameRules } from './same-rules.js';

const inputOf = ({ version: _version, ...content }: (typeof PRESET_RULE_PACKS)[number]['pack']): PackInput =>
  structuredClone(content) as PackInput;
const ratio = inputOf(RATIO_RULE_PACK);
const read = (change: Partial<RuleForm>, pack = ratio) => readForm({ ...formOf(pack), ...change });
const faults = (change: Partial<RuleForm>): string[] =>
  [...read(change).faults].map(([path, { code }]) => `${path} ${code}`);

describe('the form of a rule pack', () => {
  it.each(PRESET_RULE_PACKS.map(({ pack }) => [pack.id, pack] as const))('gives %s back as it was', (_id, pack) => {
    const { content, faults: found } = read({}, inputOf(pack));
    expect(content).toEqual(inputOf(pack));
    expect([...found]).toEqual([]);
  });

  it('keeps every rule that a preset leaves out', () => {
    const full: PackInput = {
      ...ratio,
      largeProject: { budgetFromFen: 500_000_000, gapToStraightLine: -15, gapToPlanBelow: -5 },
      mismatch: null,
      remarks: { reasonsFor: ['red'], overTargetPercent: 20, overTargetExemptUnits: ['%', '次'] },
    };
    expect(read({}, full).content).toEqual(full);
    expect(formOf(full)).toMatchObject({ largeBudgetWan: '500.00', isMismatchOn: false, reasonsFor: 'red' });
    const none = { ...ratio, remarks: { ...full.remarks, reasonsFor: [] } };
    expect(formOf(none).reasonsFor).toBe('none');
  });

  it('says at the field what overlaps or leaves a gap', () => {
    expect(faults({ redBelow: '80' })).toEqual(['spend.yellowBelow rule-pack-bands-overlap']);
    expect(faults({ finalYellowBelow: '130' })).toEqual(['indicators.blueFrom rule-pack-blue-overlaps']);
    expect(faults({ preset: 'sichuan', thresholds: [] })).toEqual(['spend.thresholds rule-pack-list-empty']);
    const falling = [
      { month: '4', percent: '50' },
      { month: '6', percent: '40' },
    ];
    expect(faults({ preset: 'sichuan', thresholds: falling })).toEqual([
      'spend.thresholds.1.percent rule-pack-threshold-falls',
    ]);
  });

  it('takes no text for a figure, and a pasted sign for what it is', () => {
    for (const text of ['', '八十', '8e1', '1,000']) {
      expect(faults({ yellowBelow: text })).toEqual(['spend.yellowBelow rule-pack-not-a-number']);
    }
    expect(read({ isLargeOn: true, gapToStraightLine: '−20', yellowBelow: '85％' }).content).toMatchObject({
      spend: { yellowBelow: 85 },
      largeProject: { gapToStraightLine: -20 },
    });
  });

  it('knows rules again in any order of keys and as any version', () => {
    const { spend, ...rest } = ratio;
    expect(sameRules({ ...rest, spend }, { spend: { ...spend }, version: 7, ...rest })).toBe(true);
    expect(sameRules(ratio, read({ yellowBelow: '85' }).content)).toBe(false);
  });

  it('wants a name of its own for a copy', () => {
    expect(formOf(ratio, '').id).toBe('');
    expect(faults({ id: '' })).toEqual(['id rule-pack-id-form']);
  });
});

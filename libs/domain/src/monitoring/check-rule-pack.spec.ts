import { describe, expect, it } from '@jest/globals';
import { checkRulePack } from './check-rule-pack.js';
import {
  HEFEI_RULE_PACK,
  LARGE_PROJECT_RULES,
  PRESET_RULE_PACKS,
  SICHUAN_RULE_PACK,
  SHANXI_RULE_PACK,
} from './preset-packs.js';
import { RATIO_RULE_PACK, type RulePack } from './rule-pack.js';
import { rulePackProblemCodes, rulePackProblemMessage } from './rule-pack-messages.js';

const { spend, indicators } = RATIO_RULE_PACK;
/** As a form or a file may bring it: any field may hold anything. */
const changed = (changes: object): RulePack => ({ ...RATIO_RULE_PACK, ...changes });
const faultsOf = (pack: RulePack) => checkRulePack(pack).map(({ path, code }) => `${path}: ${code}`);
const inSpend = (changes: object) => changed({ spend: { ...spend, ...changes } });
const inIndicators = (changes: object) => changed({ indicators: { ...indicators, ...changes } });
const thresholds = (...points: [month: number, percent: number][]): RulePack => ({
  ...SICHUAN_RULE_PACK,
  spend: { preset: 'sichuan', thresholds: points.map(([month, percent]) => ({ month, percent })) },
});

it.each(PRESET_RULE_PACKS.map(({ pack }) => [pack.id, pack] as const))('accepts preset %s', (_, pack) => {
  expect(checkRulePack(pack)).toEqual([]);
});

it('accepts every option together', () => {
  const pack = changed({
    id: 'qinghe-2',
    largeProject: LARGE_PROJECT_RULES,
    mismatch: { moneyAheadBy: 0 },
    remarks: { reasonsFor: ['red'], overTargetPercent: 30, overTargetExemptUnits: [] },
  });
  expect(checkRulePack(pack)).toEqual([]);
  expect(checkRulePack(changed({ largeProject: null, mismatch: null }))).toEqual([]);
});

const FAULTS: [string, RulePack, string[]][] = [
  ['an id with capitals', changed({ id: 'Ratio' }), ['id: rule-pack-id-form']],
  ['an id with an @', changed({ id: 'ratio@2' }), ['id: rule-pack-id-form']],
  ['an id that is too long', changed({ id: 'a'.repeat(31) }), ['id: rule-pack-id-form']],
  ['version 0', changed({ version: 0 }), ['version: rule-pack-version-form']],
  ['half a version', changed({ version: 1.5 }), ['version: rule-pack-version-form']],
  ['a blank title', changed({ title: { zh: ' ', en: 'x' } }), ['title.zh: rule-pack-text-missing']],
  ['a long title', changed({ title: { zh: '甲', en: 'x'.repeat(61) } }), ['title.en: rule-pack-text-long']],
  ['an unknown key', changed({ spends: {} }), ['spends: rule-pack-key-unknown']],
  ['an unknown key inside', inSpend({ redbelow: 1 }), ['spend.redbelow: rule-pack-key-unknown']],
  ['an unknown preset', changed({ spend: { preset: 'beijing' } }), ['spend.preset: rule-pack-choice-unknown']],
  ['an unknown reference', inSpend({ reference: 'x' }), ['spend.reference: rule-pack-choice-unknown']],
  ['bands without yellow', inSpend({ redBelow: 80 }), ['spend.yellowBelow: rule-pack-bands-overlap']],
  ['bands that cross', inSpend({ redBelow: 90 }), ['spend.yellowBelow: rule-pack-bands-overlap']],
  ['a negative limit', inSpend({ redBelow: -1 }), ['spend.redBelow: rule-pack-out-of-range']],
  ['a limit above 200', inSpend({ yellowBelow: 200.01 }), ['spend.yellowBelow: rule-pack-out-of-range']],
  ['no number', inSpend({ yellowBelow: NaN }), ['spend.yellowBelow: rule-pack-not-a-number']],
  ['text for a number', inSpend({ yellowBelow: '80' }), ['spend.yellowBelow: rule-pack-not-a-number']],
  ['no thresholds', thresholds(), ['spend.thresholds: rule-pack-list-empty']],
  ['a month twice', thresholds([4, 25], [4, 40]), ['spend.thresholds.1.month: rule-pack-repeated']],
  ['months out of order', thresholds([6, 25], [4, 40]), ['spend.thresholds.1.month: rule-pack-months-unordered']],
  ['a falling percentage', thresholds([4, 25], [6, 24.9]), ['spend.thresholds.1.percent: rule-pack-threshold-falls']],
  ['month 13', thresholds([13, 25]), ['spend.thresholds.0.month: rule-pack-out-of-range']],
  ['month 4.5', thresholds([4.5, 25]), ['spend.thresholds.0.month: rule-pack-not-whole']],
  ['101 %', thresholds([4, 101]), ['spend.thresholds.0.percent: rule-pack-out-of-range']],
  [
    'a limit of 0 for hefei',
    { ...HEFEI_RULE_PACK, spend: { preset: 'hefei', behindBelow: 0 } },
    ['spend.behindBelow: rule-pack-out-of-range-above'],
  ],
  ['bands of indicators', inIndicators({ redBelow: 80 }), ['indicators.yellowBelow: rule-pack-bands-overlap']],
  ['bands of month 12', inIndicators({ finalRedBelow: 100 }), ['indicators.finalYellowBelow: rule-pack-bands-overlap']],
  ['blue from 100', inIndicators({ blueFrom: 100 }), ['indicators.blueFrom: rule-pack-out-of-range-above']],
  ['blue below green', inIndicators({ finalYellowBelow: 130 }), ['indicators.blueFrom: rule-pack-blue-overlaps']],
  ['an unknown whole', inIndicators({ blueOf: 'plan' }), ['indicators.blueOf: rule-pack-choice-unknown']],
  ['a negative size', inIndicators({ smallTargetBelow: -1 }), ['indicators.smallTargetBelow: rule-pack-out-of-range']],
  ['no words', inIndicators({ cumulativeUnder: [] }), ['indicators.cumulativeUnder: rule-pack-list-empty']],
  [
    'a blank word, which stands in every name, and a repeated one',
    { ...SHANXI_RULE_PACK, indicators: { ...indicators, cumulativeUnder: ['数量', '', '数量'] } },
    ['indicators.cumulativeUnder.1: rule-pack-text-missing', 'indicators.cumulativeUnder.2: rule-pack-repeated'],
  ],
  [
    'a large project of nothing that is not behind',
    changed({ largeProject: { budgetFromFen: 0, gapToStraightLine: 0, gapToPlanBelow: 1 } }),
    [
      'largeProject.budgetFromFen: rule-pack-out-of-range-above',
      'largeProject.gapToStraightLine: rule-pack-out-of-range',
      'largeProject.gapToPlanBelow: rule-pack-out-of-range',
    ],
  ],
  [
    'parts of a 分',
    changed({ largeProject: { ...LARGE_PROJECT_RULES, budgetFromFen: 0.5 } }),
    ['largeProject.budgetFromFen: rule-pack-not-whole'],
  ],
  [
    'a mismatch beyond all points',
    changed({ mismatch: { moneyAheadBy: 101, goalsAheadBy: -1, goalsAhead: 'never' } }),
    [
      'mismatch.moneyAheadBy: rule-pack-out-of-range',
      'mismatch.goalsAheadBy: rule-pack-out-of-range',
      'mismatch.goalsAhead: rule-pack-choice-unknown',
    ],
  ],
  [
    'remarks on green',
    changed({ remarks: { reasonsFor: ['red', 'green'], overTargetPercent: -1, overTargetExemptUnits: ['%', '%'] } }),
    [
      'remarks.reasonsFor.1: rule-pack-choice-unknown',
      'remarks.overTargetPercent: rule-pack-out-of-range',
      'remarks.overTargetExemptUnits.1: rule-pack-repeated',
    ],
  ],
];

describe('refuses', () => {
  it.each(FAULTS)('%s', (_, pack, faults) => {
    expect(faultsOf(pack)).toEqual(faults);
  });

  it('in a whole sentence of either language, for every code there is', () => {
    const problems = FAULTS.flatMap(([, pack]) => checkRulePack(pack));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(rulePackProblemCodes));
    for (const problem of problems) {
      expect(rulePackProblemMessage(problem, 'zh')).toMatch(/^[^{}—]*。$/);
      expect(rulePackProblemMessage(problem, 'en')).toMatch(/^[^{}—]*\.$/);
    }
  });

  it('says the figures', () => {
    const [overlap] = checkRulePack(inSpend({ redBelow: 90 }));
    expect(overlap && rulePackProblemMessage(overlap, 'zh')).toBe(
      '黄灯界限 80 应大于红灯界限 90，否则红灯与绿灯重叠。',
    );
    expect(rulePackProblemMessage({ path: 'x', code: 'constructor' }, 'en')).toBe('Please check (constructor).');
  });
});

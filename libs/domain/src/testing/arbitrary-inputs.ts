import fc from 'fast-check';
import type { AssessmentInput, IndicatorToAssess } from '../monitoring/assessment-types.js';
import { LARGE_PROJECT_RULES, PRESET_RULE_PACKS } from '../monitoring/preset-packs.js';
import type { RulePack } from '../monitoring/rule-pack.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorKind, IndicatorTarget, Operator, SpendSchedule } from '../targets/target-types.js';
import { sampleTarget } from './assessment-samples.js';

const KINDS: IndicatorKind[] = [
  'progressRate',
  'executionRate',
  'yearEnd',
  'level',
  'cumulative',
  'qualitative',
  'date',
];
const OPERATORS: Operator[] = ['gte', 'lte', 'gt', 'lt', 'eq', 'qualitative', 'date'];

const month = fc.integer({ min: 1, max: 12 });
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2023-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const fen = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
/** Any finite number, and the ones that a calculation or a hand-made file could bring. */
const figure = fc.oneof(
  fc.double(),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(0, -0, 1e20, 1e308, 5e-324, NaN, Infinity),
);

const schedule: fc.Arbitrary<SpendSchedule> = fc
  .tuple(...[3, 6, 10].map(() => fc.integer({ min: 0, max: 100 })))
  .map((percents) => [...percents].sort((a, b) => a - b))
  .map((percents) => [3, 6, 10, 12].map((at, index) => ({ month: at, percent: percents[index] ?? 100 })));

/** Every preset with the options that change what is judged. */
export const anyRulePack: fc.Arbitrary<RulePack> = fc
  .record({
    pack: fc.constantFrom(...PRESET_RULE_PACKS.map(({ pack }) => pack)),
    blueOf: fc.constantFrom('annualTarget', 'standard'),
    largeProject: fc.constantFrom(null, LARGE_PROJECT_RULES, { ...LARGE_PROJECT_RULES, budgetFromFen: 1 }),
  })
  .map(({ pack, blueOf, largeProject }) => ({
    ...pack,
    largeProject,
    indicators: { ...pack.indicators, blueOf },
  }));

const answer: fc.Arbitrary<IndicatorAnswer | null> = fc.oneof(
  fc.constant(null),
  figure.map((value): IndicatorAnswer => ({ type: 'value', value })),
  fc.constantFrom('met', 'partly', 'unmet').map((outcome): IndicatorAnswer => ({ type: 'outcome', outcome })),
  day.map((doneOn): IndicatorAnswer => ({ type: 'doneOn', doneOn })),
  fc.constant<IndicatorAnswer>({ type: 'notDone' }),
  fc.string().map((why): IndicatorAnswer => ({ type: 'noData', why })),
);

const target: fc.Arbitrary<IndicatorTarget> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    operator: fc.constantFrom(...OPERATORS),
    number: fc.option(figure),
    level2: fc.constantFrom('质量指标', '数量指标', '服务对象满意度指标'),
    unit: fc.constantFrom(null, '%', '件', '万元', '年', '元/户'),
    dueDate: fc.option(day),
    direction: fc.constantFrom(null, 'atLeast', 'atMost'),
    operatorPrinted: fc.boolean(),
    assessedFrom: fc.constantFrom(1, 6, 12),
    name: fc.constantFrom('合格率', '群众投诉率', '工作完成率', '群众满意度'),
  })
  .map((changes) => sampleTarget(changes));

const indicator: fc.Arbitrary<IndicatorToAssess> = fc.record({
  id: fc.uuid(),
  target,
  answer,
  phasedTarget: fc.option(figure),
  directionConfirmed: fc.boolean(),
});

/** Whatever a project may report, by whatever rules. */
export const anyInput: fc.Arbitrary<AssessmentInput> = fc.record({
  period: fc.record({ year: fc.constant(2023), month }),
  rulePack: anyRulePack,
  deadlinePassed: fc.boolean(),
  exempt: fc.boolean(),
  startMonth: month,
  adjustedBudgetFen: fc.option(fen),
  schedule: fc.option(schedule),
  expenditureFen: fc.option(fen),
  indicators: fc.array(indicator, { maxLength: 5 }),
});

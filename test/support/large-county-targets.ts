import type { IndicatorAnswer, IndicatorTarget } from '@jixiao/domain';

/** What an indicator of the large county asks for, and what a unit answers that is so far along (0…1). */
interface IndicatorPattern {
  readonly target: IndicatorTarget;
  readonly answer: (share: number, month: number) => IndicatorAnswer;
}

const NOTHING_SPECIAL = {
  description: null,
  basis: null,
  dueDate: null,
  gate: null,
  operatorPrinted: true,
  direction: 'atLeast',
  directionInferred: false,
  assessedFrom: 1,
} as const;

const output = { level1: '产出指标', level2: '数量指标' } as const;
const quality = { level1: '产出指标', level2: '质量指标' } as const;
const timeliness = { level1: '产出指标', level2: '时效指标' } as const;
const benefit = { level1: '效益指标', level2: '社会效益指标' } as const;
const satisfaction = { level1: '满意度指标', level2: '服务对象满意度指标' } as const;

const value = (figure: number): IndicatorAnswer => ({ type: 'value', value: Math.round(figure * 100) / 100 });
const reached = (most: number) => (share: number) => value(most * share);
const byMonth = (most: number) => (share: number, month: number) => value((most * share * month) / 12);

/** As documents of a county have them: of all kinds, with figures, days and words. */
const PATTERNS: readonly IndicatorPattern[] = [
  {
    target: {
      ...NOTHING_SPECIAL,
      ...output,
      name: '办理案件数',
      rawValue: '≥1200件',
      operator: 'gte',
      number: 1200,
      unit: '件',
      kind: 'cumulative',
    },
    answer: (share, month) => value(Math.round((1_300 * share * month) / 12)),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...output,
      name: '开展培训场次',
      rawValue: '=24场',
      operator: 'eq',
      number: 24,
      unit: '场',
      kind: 'cumulative',
    },
    answer: (share, month) => value(Math.round((26 * share * month) / 12)),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...quality,
      name: '验收合格率',
      rawValue: '≥98%',
      operator: 'gte',
      number: 98,
      unit: '%',
      kind: 'level',
    },
    answer: reached(105),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...quality,
      name: '差错率',
      rawValue: '≤3%',
      operator: 'lte',
      number: 3,
      unit: '%',
      kind: 'level',
      direction: 'atMost',
    },
    answer: reached(4),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...timeliness,
      name: '工程完成进度',
      rawValue: '100%',
      operator: 'eq',
      number: 100,
      unit: '%',
      kind: 'progressRate',
      operatorPrinted: false,
    },
    answer: byMonth(110),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...timeliness,
      name: '完成时间',
      rawValue: '2023年10月31日前',
      operator: 'date',
      number: null,
      unit: null,
      dueDate: '2023-10-31',
      direction: null,
      kind: 'date',
    },
    answer: (share) => (share > 0.9 ? { type: 'doneOn', doneOn: '2023-03-20' } : { type: 'notDone' }),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      level1: '成本指标',
      level2: '经济成本指标',
      name: '预算执行率',
      rawValue: '≥95%',
      operator: 'gte',
      number: 95,
      unit: '%',
      kind: 'executionRate',
    },
    answer: byMonth(100),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...benefit,
      name: '群众法治意识',
      rawValue: '明显提升',
      operator: 'qualitative',
      number: null,
      unit: null,
      direction: null,
      kind: 'qualitative',
    },
    answer: (share) => ({ type: 'outcome', outcome: share > 0.3 ? 'met' : 'unmet', text: null }),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...benefit,
      name: '受益人数',
      rawValue: '≥3500人',
      operator: 'gte',
      number: 3_500,
      unit: '人',
      kind: 'yearEnd',
      assessedFrom: 12,
    },
    answer: (share, month) => value(Math.round((3_600 * share * month) / 12)),
  },
  {
    target: {
      ...NOTHING_SPECIAL,
      ...satisfaction,
      name: '服务对象满意度',
      rawValue: '≥90%',
      operator: 'gte',
      number: 90,
      unit: '%',
      kind: 'level',
    },
    answer: (share) => (share < 0.1 ? { type: 'noData', why: '尚未开展调查' } : value(100 * share)),
  },
];

/** The pattern of an indicator by its place; further ones are the same again under other names. */
export function patternOf(ordinal: number): IndicatorPattern {
  const round = Math.floor(ordinal / PATTERNS.length);
  const pattern = PATTERNS[ordinal % PATTERNS.length];
  if (pattern === undefined) throw new Error('There is no pattern');
  if (round === 0) return pattern;
  return { ...pattern, target: { ...pattern.target, name: `${pattern.target.name} ${round + 1}` } };
}

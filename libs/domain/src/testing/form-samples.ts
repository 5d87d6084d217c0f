import type {
  EvaluationFormIndicator,
  FormData,
  MonitoringFormData,
  MonitoringFormIndicator,
  SelfEvaluationFormData,
} from '../official-forms/form-data.js';
import { wan } from './assessment-samples.js';

const HEAD = {
  year: 2022,
  projectName: '提前下达2021年社区矫正工作经费补助',
  projectCode: '99030321QXLHCTBVMDVEN',
  departmentName: '青澜县司法局',
  departmentCode: '772',
  unitName: '青澜县司法局本级',
  unitCode: '772001',
  goals: ['1.保障基层司法所运转', '2.提高基层服务水平'],
  filledBy: '示例甲',
  reviewedBy: '示例乙',
  filledOn: '2022-07-10',
  verificationCode: 'K7QM-4W2X-9TBN',
} as const;

const indicator = (changes: Partial<MonitoringFormIndicator>): MonitoringFormIndicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name: '纠纷案件结案率(%)',
  target: '≥80百分比',
  result: '42.5',
  expected: '85%',
  reasons: [],
  reasonNote: null,
  likelihood: 'certain',
  note: null,
  ...changes,
});

/** A unit that has answered all but one indicator by the end of June. */
export function monitoringSample(changes: Partial<MonitoringFormData> = {}): MonitoringFormData {
  const funds = (initial: number | null, spent: number | null, expected: number | null) => ({
    initialBudgetFen: initial === null ? null : wan(initial),
    adjustedBudgetFen: initial === null ? null : wan(initial),
    expenditureFen: spent === null ? null : wan(spent),
    expectedFullYearFen: expected === null ? null : wan(expected),
  });
  return {
    ...HEAD,
    form: 'monitoring',
    month: 6,
    funds: { total: funds(18, 7.25, 18), fiscal: funds(18, 7.25, 18), other: funds(null, null, null) },
    indicators: [
      indicator({}),
      indicator({ name: '社区矫正对象走访次数', target: '≥1200次', result: '410', expected: '1200次' }),
      indicator({ level2: '质量指标', name: '法律服务事项办结率（%）', target: '≥85百分比', result: '88%' }),
      indicator({
        level2: '时效指标',
        name: '工作任务办理及时率',
        target: '≥90百分比',
        result: '61%',
        expected: '70%',
        reasons: ['funding', 'staff'],
        reasonNote: '资金下达较晚，两名工作人员调离后岗位空缺三个月',
        likelihood: 'possible',
        note: '已申请补充人员，九月前到岗',
      }),
      indicator({ level2: '成本指标', name: '经费安排的经济性', target: '≤100百分比', result: null, expected: null }),
      indicator({
        level1: '效益指标',
        level2: '社会效益指标',
        name: '创新举措落实完成率',
        result: '未完成',
        expected: null,
        reasons: ['institution', 'hardware', 'other'],
        reasonNote: '设备未到货',
        likelihood: 'impossible',
      }),
      indicator({
        level1: '效益指标',
        level2: '可持续影响指标',
        name: '业务能力提升',
        result: '达成',
        expected: '达成',
      }),
      indicator({
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '群众满意度',
        target: '≥90百分比',
        result: '无数据：年底统一调查',
        expected: '92%',
        likelihood: null,
      }),
    ],
    ...changes,
  };
}

const scored = (changes: Partial<EvaluationFormIndicator>): EvaluationFormIndicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name: '纠纷案件结案率(%)',
  target: '≥80百分比',
  result: '86%',
  weight: 22.5,
  points: 22.5,
  explanation: null,
  ...changes,
});

/** 43.2 planned and 37.24 spent: 8.62 of 10 (R31). */
export function selfEvaluationSample(changes: Partial<SelfEvaluationFormData> = {}): SelfEvaluationFormData {
  const funds = (budget: number | null, spent: number | null) => ({
    initialBudgetFen: budget === null ? null : wan(budget),
    fullYearBudgetFen: budget === null ? null : wan(budget),
    expenditureFen: spent === null ? null : wan(spent),
  });
  return {
    ...HEAD,
    filledOn: '2023-01-12',
    form: 'selfEvaluation',
    funds: {
      total: funds(43.2, 37.24),
      fiscal: funds(40, 34.04),
      carriedOver: funds(3.2, 3.2),
      other: funds(null, null),
    },
    execution: { weight: 10, points: 8.62 },
    goalResult: '基层司法所全年正常运转，办理社区矫正案件二百一十六件。',
    indicators: [
      scored({}),
      scored({
        name: '社区矫正对象走访次数',
        target: '≥1200次',
        result: '1180',
        points: 22.13,
        explanation: '疫情期间走访暂停，改为电话核查；2023年恢复。',
      }),
      scored({ level1: '效益指标', level2: '社会效益指标', name: '创新举措落实完成率' }),
      scored({
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '群众满意度',
        target: '≥90百分比',
        result: '97%',
      }),
    ],
    total: { weight: 100, points: 98.25 },
    grade: '优',
    ...changes,
  };
}

/** Longer than any cell is high: 520 characters. */
export const LONG_TEXT =
  '因本年度社区矫正经费指标于五月底方才下达，政府采购程序（含公开招标、合同签订、资产登记）至六月二十日完成，故上半年实际支出低于序时进度；'.repeat(
    8,
  );

const LEVELS = ['产出指标', '效益指标', '满意度指标'];
const SECOND_LEVELS = ['数量指标', '质量指标', '时效指标', '成本指标'];

/** The same form with 66 indicators, some of them with long reasons, and a goal of several pages' width. */
export function longForm<D extends FormData>(data: D): D {
  const note = (index: number): string | null => (index % 9 === 4 ? LONG_TEXT.slice(0, 130) : null);
  const indicators = Array.from({ length: 66 }, (_, index) => {
    const line = data.indicators[index % data.indicators.length];
    return {
      ...line,
      level1: LEVELS[Math.floor(index / 24)],
      level2: SECOND_LEVELS[Math.floor(index / 6) % 4],
      name: `${line?.name}（第${index + 1}项）`,
      ...(data.form === 'monitoring' ? { reasonNote: note(index) } : { explanation: note(index) }),
    };
  });
  return { ...data, goals: [...data.goals, LONG_TEXT], indicators };
}

import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import { printedTarget } from '../testing/evaluation-samples.js';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { draftEvaluation, reportedExplanation, type ReportedIndicator } from './draft-evaluation.js';
import { DEFAULT_EVALUATION_RULES as rules } from './preset-evaluation-rules.js';
import { scoreEvaluation } from './score-evaluation.js';

const reported = (
  id: string,
  rawValue: string,
  answer: IndicatorAnswer | number,
  changes: Partial<ReportedIndicator> = {},
): ReportedIndicator => ({
  id,
  target: printedTarget(rawValue),
  answer: typeof answer === 'number' ? { type: 'value', value: answer } : answer,
  printedWeight: null,
  reasons: [],
  reasonNote: null,
  ...changes,
});
const benefit = { ...printedTarget('有所改善'), level1: '效益指标', level2: '社会效益指标' };
const satisfied = { ...printedTarget('≥90%'), level1: '满意度指标', level2: '服务对象满意度指标' };
const met = { type: 'outcome', outcome: 'met' } as const;
const partly = { type: 'outcome', outcome: 'partly' } as const;

const year = {
  adjustedBudgetFen: wan(43.2),
  expenditureFen: wan(37.24),
  indicators: [
    reported('a', '≥50个', 50),
    reported('b', '≥20个', 19, { reasons: ['funding', 'staff'], reasonNote: ' 资金年末到位 ' }),
    reported('c', '有所改善', met, { target: benefit }),
    reported('d', '≥90%', 95, { target: satisfied }),
  ],
};

describe('a self-evaluation to begin with', () => {
  it('brings results, execution, weights of the frame and what was explained', () => {
    const { input, weightsFrom } = draftEvaluation(year, 'A', rules);
    expect(weightsFrom).toBe('frame');
    expect(input).toMatchObject({ frame: 'A', adjustedBudgetFen: wan(43.2), expenditureFen: wan(37.24) });
    expect(input.leaves.map(({ weight }) => weight)).toEqual([25, 25, 30, 10]);
    expect(input.leaves.map(({ explanation }) => explanation)).toEqual([
      null,
      '经费保障、人员保障：资金年末到位',
      null,
      null,
    ]);
    expect(input.leaves[1]).toMatchObject({ notApplicableWhy: null, cut: null, chosenPoints: null });
  });

  it('can be handed in at once where everything was reported', () => {
    const scores = scoreEvaluation(draftEvaluation(year, 'A', rules).input);
    expect(scores.remarks).toEqual([]);
    expect(scores).toMatchObject({ execution: { points: 8.62 }, total: 97.37, grade: 'excellent' });
  });

  it('R36: proposes full points for 达成, and none for the rest', () => {
    const outcomes = [met, partly].map((answer, at) => reported(`${at}`, '有所改善', answer, { target: benefit }));
    const { leaves } = draftEvaluation({ ...year, indicators: outcomes }, 'A', rules).input;
    expect(leaves.map(({ chosenPoints }) => chosenPoints)).toEqual([45, null]);
  });

  it('R30: has no frame to compare with where the weights are printed', () => {
    const indicators = [
      reported('a', '≥1个', 1, { printedWeight: 50 }),
      reported('b', '≥1个', 1, { printedWeight: 40 }),
    ];
    const { input, weightsFrom } = draftEvaluation({ ...year, indicators }, 'A', rules);
    expect(weightsFrom).toBe('typed');
    expect(input.frame).toBeNull();
    expect(input.leaves.map(({ weight }) => weight)).toEqual([50, 40]);
  });

  it('takes reasons alone for no explanation', () => {
    expect(reportedExplanation({ reasons: ['other'], reasonNote: ' ' })).toBeNull();
    expect(reportedExplanation({ reasons: [], reasonNote: '天气' })).toBe('天气');
  });
});

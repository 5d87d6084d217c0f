import { DEFAULT_EVALUATION_RULES, type IndicatorKind } from '@jixiao/domain';
import type { EvaluationDetail, EvaluationLeaf } from '../../../shared/api/schema.gen.js';

const NOTHING = { initialFen: null, adjustedFen: null, spentFen: null };

/** A leaf that asks for ≥98 % and got 95, unless told otherwise (R32). */
export const leafOf = (part: Partial<EvaluationLeaf> = {}): EvaluationLeaf => ({
  id: 'a',
  part: 'output',
  level1: '产出指标',
  level2: '质量指标',
  name: '合格率',
  rawValue: '≥98%',
  operator: 'gte',
  operatorPrinted: true,
  number: 98,
  unit: '%',
  kind: 'level' satisfies IndicatorKind,
  direction: 'atLeast',
  directionInferred: false,
  directionConfirmed: null,
  dueDate: null,
  gate: null,
  basis: null,
  weight: 10,
  value: 95,
  outcome: null,
  text: null,
  doneOn: null,
  notDone: false,
  noData: null,
  resultText: '95%',
  draftedText: null,
  notApplicableWhy: null,
  chosenPoints: null,
  cut: null,
  explanation: '一批返工。',
  ...part,
});

type Content = Pick<
  EvaluationDetail,
  'year' | 'version' | 'frame' | 'achievedGoal' | 'funds' | 'leaves' | 'rules' | 'adjustedBudgetFen' | 'expenditureFen'
>;

/** What of a self-evaluation its form and its scores depend on: 37.24 of 43.20 spent (R31). */
export const detailOf = (leaves: EvaluationLeaf[]): EvaluationDetail => {
  const content: Content = {
    year: 2025,
    version: 3,
    frame: null,
    achievedGoal: null,
    funds: { total: NOTHING, fiscal: { ...NOTHING, spentFen: 37_240_000 }, carriedOver: NOTHING, other: NOTHING },
    leaves,
    rules: structuredClone(DEFAULT_EVALUATION_RULES) as EvaluationDetail['rules'],
    adjustedBudgetFen: 43_200_000,
    expenditureFen: 37_240_000,
  };
  return content as EvaluationDetail;
};

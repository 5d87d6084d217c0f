import { clause } from '../kernel/text.js';
import { GRADES } from '../self-evaluation/evaluation-rules.js';
import { GRADE_WORDS } from '../self-evaluation/evaluation-words.js';
import { sentenceResult, type SentenceResult } from '../self-evaluation/roll-up-goals.js';
import {
  chart,
  column,
  MAX_BARS,
  MAX_NAMED,
  named,
  paragraph,
  restingOn,
  section,
  sentence,
  subheading,
  table,
  unitSource,
} from './builder.js';
import { evaluationSource, type EvaluatedUnitSums, type EvaluationContext } from './evaluation-context.js';
import { goalSource } from './evaluation-goals.js';
import { indicatorPart, lostTable } from './evaluation-indicators.js';
import { evaluationMoney } from './evaluation-money.js';
import { counted, percentOf, quoted } from './official-words.js';
import type { ReportBlock, ReportSection, ReportSentence, ReportTableRow } from './report-content.js';
import type { ReportedEvaluation } from './evaluation-report-facts.js';

/** 二、绩效目标完成情况分析: 资金, 总体目标, 指标. */
export const evaluationAnalysis = (context: EvaluationContext): ReportSection =>
  section('analysis', 2, '绩效目标完成情况分析', [
    [subheading('analysis.money', 1, '资金投入情况分析')],
    evaluationMoney(context),
    [subheading('analysis.overall', 2, '总体绩效目标完成情况分析')],
    paragraph('analysis.result', result(context), grades(context)),
    paragraph('analysis.goals', goalSentences(context), ...achieved(context)),
    listOf(context),
    charts(context),
    [subheading('analysis.indicators', 3, '绩效指标完成情况分析')],
    indicatorPart(context, 'output'),
    indicatorPart(context, 'cost'),
    indicatorPart(context, 'benefit'),
    indicatorPart(context, 'satisfaction'),
    lostTable(context),
  ]);

function result({ facts, self, result: sums, evaluations, place }: EvaluationContext): ReportSentence {
  if (sums.score === null || sums.grade === null) return sentence('尚无可以汇总的自评得分。', place);
  const who = facts.place.kind === 'unit' ? `${self}项目` : `${self}各项目`;
  const without = sums.unscored === 0 ? '' : `（${sums.unscored}个项目尚无得分，未计入）`;
  return sentence(
    `${who}绩效自评得分按预算金额加权平均为${sums.score.toFixed(2)}分${without}，等级为“${GRADE_WORDS[sums.grade].zh}”。`,
    ...restingOn(evaluations.map(evaluationSource), place),
  );
}

function grades({ result: sums, evaluations, place }: EvaluationContext): ReportSentence | null {
  const said = counted(GRADES.map((grade) => [`“${GRADE_WORDS[grade].zh}”`, sums.grades[grade]]));
  if (said === '') return null;
  return sentence(`按项目看，等级为${said}。`, ...restingOn(evaluations.map(evaluationSource), place));
}

const RESULT_WORDS: Readonly<Record<SentenceResult, string>> = {
  met: '完成',
  partly: '部分完成',
  unmet: '未完成',
  notJudged: '未评定',
};

function goalSentences({ facts, place }: EvaluationContext): ReportSentence | null {
  const { goals } = facts;
  if (goals.length === 0) return null;
  const results = goals.map(({ light }) => sentenceResult(light));
  const said = counted(
    (Object.keys(RESULT_WORDS) as SentenceResult[]).map((each) => [
      RESULT_WORDS[each],
      results.filter((found) => found === each).length,
    ]),
  );
  return sentence(`分项绩效指标${goals.length}个，${said}。`, ...restingOn(goals.map(goalSource), place));
}

/** In the words of the units; of a department or the county the sums speak. */
function achieved({ facts, evaluations }: EvaluationContext): readonly ReportSentence[] {
  if (facts.place.kind !== 'unit') return [];
  return evaluations
    .filter(({ achievedGoal }) => clause(achievedGoal ?? '') !== '')
    .slice(0, MAX_NAMED)
    .map((each) =>
      sentence(`${quoted(each.projectName)}：${clause(each.achievedGoal ?? '')}。`, evaluationSource(each)),
    );
}

const SCORED = [column('执行率（%）', 13, 'right'), column('自评得分', 12, 'right'), column('等级', 9, 'center')];

function listOf({ facts, evaluations, units }: EvaluationContext): readonly ReportBlock[] {
  if (facts.place.kind === 'unit') {
    return table({
      id: 'analysis.projects',
      title: '项目绩效自评结果',
      columns: [column('项目名称', 40), ...SCORED],
      items: evaluations,
      row: projectRow,
      unit: '个项目',
    });
  }
  return table({
    id: 'analysis.units',
    title: '各单位绩效自评结果',
    columns: [column('预算单位', 34), column('项目数', 8, 'right'), ...SCORED],
    items: units,
    row: unitRow,
    unit: '个单位',
  });
}

const figure = (value: number | null): string => (value === null ? '—' : value.toFixed(2));

const projectRow = (evaluation: ReportedEvaluation): ReportTableRow => ({
  cells: [
    evaluation.projectName,
    evaluation.budgetFen === null || evaluation.spentFen === null
      ? '—'
      : figure(percentOf(evaluation.spentFen, evaluation.budgetFen)),
    figure(evaluation.total),
    evaluation.grade === null ? '—' : GRADE_WORDS[evaluation.grade].zh,
  ],
  sources: [evaluationSource(evaluation)],
});

const unitRow = (unit: EvaluatedUnitSums): ReportTableRow => ({
  cells: [
    unit.name,
    String(unit.result.projects),
    figure(unit.result.executionRate),
    figure(unit.result.score),
    unit.result.grade === null ? '—' : GRADE_WORDS[unit.result.grade].zh,
  ],
  sources: [unitSource(unit)],
});

function charts({ facts, self, result: sums, evaluations, units }: EvaluationContext): readonly ReportBlock[] {
  if (sums.score === null || sums.grade === null) return [];
  const bars = GRADES.map((grade) => ({ grade, projects: sums.grades[grade] }));
  const best = named(
    GRADES.filter((grade) => sums.grades[grade] > 0),
    (grade) => `${GRADE_WORDS[grade].zh}${sums.grades[grade]}个`,
    '类',
  );
  const scored =
    facts.place.kind === 'unit'
      ? evaluations.flatMap(({ projectName, total }) => (total === null ? [] : [{ label: projectName, points: total }]))
      : units.flatMap(({ name, result: { score } }) => (score === null ? [] : [{ label: name, points: score }]));
  return [
    ...chart('analysis.grades', `${self}项目自评等级：${best}`, { kind: 'grades', bars }),
    ...chart('analysis.points', `${self}自评加权平均${sums.score.toFixed(2)}分`, {
      kind: 'points',
      bars: scored.slice(0, MAX_BARS),
    }),
  ];
}

import { clause } from '../kernel/text.js';
import { paragraph, restingOn, section, sentence } from './builder.js';
import { evaluationSource, type EvaluationContext } from './evaluation-context.js';
import { measureSentences, measureSource } from './measure-sentences.js';
import { quoted } from './official-words.js';
import type { ReportSection, ReportSentence } from './report-content.js';

/** 四、绩效自评结果拟应用和公开情况. Publishing leaves no row, so that a person writes of it. */
export const evaluationUse = ({ facts, place, round }: EvaluationContext): ReportSection => {
  const measures = measureSentences(facts.measures, [place, round]);
  const notes = facts.measures
    .filter(({ nextYearNote }) => clause(nextYearNote ?? '') !== '')
    .map((each) => sentence(`${quoted(each.projectName)}：${clause(each.nextYearNote ?? '')}。`, measureSource(each)));
  const none = sentence('自评结果拟应用：无。', place);
  return section('use', 4, '绩效自评结果拟应用和公开情况', [
    paragraph('use.measures', ...(measures.length + notes.length === 0 ? [none] : [...measures, ...notes])),
    paragraph('use.disclosure', sentence('自评结果公开：无。', place)),
  ]);
};

/** 五、其他需要说明的问题. */
export const evaluationOther = (context: EvaluationContext): ReportSection =>
  section('other', 5, '其他需要说明的问题', [
    paragraph('other.notes', ...(notApplicable(context) ?? [sentence('无。', context.place)])),
  ]);

/** R40. */
function notApplicable({ evaluations, place }: EvaluationContext): readonly ReportSentence[] | null {
  const having = evaluations.filter(({ leaves }) => leaves.some((leaf) => leaf.notApplicableWhy !== null));
  if (having.length === 0) return null;
  const dropped = having.flatMap((evaluation) =>
    evaluation.leaves.filter((leaf) => leaf.notApplicableWhy !== null).map((leaf) => ({ evaluation, leaf })),
  );
  return [
    sentence(
      `${having.length}个项目的${dropped.length}个指标不适用，不参与评分，其余指标得分折算为百分制。`,
      ...restingOn(having.map(evaluationSource), place),
    ),
    ...dropped
      .slice(0, 5)
      .map(({ evaluation, leaf }) =>
        sentence(
          `${quoted(evaluation.projectName)}的${quoted(leaf.name)}不适用：${clause(leaf.notApplicableWhy ?? '')}。`,
          evaluationSource(evaluation),
        ),
      ),
  ];
}

import { clause } from '../kernel/text.js';
import { indicatorSource, MAX_NAMED, named, paragraph, restingOn, section, sentence } from './builder.js';
import { evaluationSource, type EvaluationContext } from './evaluation-context.js';
import { losing } from './evaluation-indicators.js';
import type { ReportedLeaf } from './evaluation-report-facts.js';
import { quoted } from './official-words.js';
import { rectificationSentences } from './rectification-sentences.js';
import type { ReportSection, ReportSentence } from './report-content.js';

/** 三、偏离绩效目标的原因和下一步改进措施, in the words of the units. */
export function evaluationDeviation(context: EvaluationContext): ReportSection {
  const { facts, place, round } = context;
  const blocks = [
    paragraph('deviation.reasons', ...reasons(context)),
    paragraph('deviation.alerts', pointsAboveExecution(context)),
    paragraph('deviation.rectifications', ...rectificationSentences(facts.rectifications, [place, round])),
  ];
  const isNone = blocks.every((each) => each.length === 0);
  const none = sentence('各项绩效目标未发生偏离，无改进事项。', place);
  return section(
    'deviation',
    3,
    '偏离绩效目标的原因和下一步改进措施',
    isNone ? [paragraph('deviation.none', none)] : blocks,
  );
}

function reasons(context: EvaluationContext): readonly (ReportSentence | null)[] {
  const lost = losing(context);
  if (lost.length === 0) return [];
  const sources = restingOn(
    lost.map(({ leaf }) => indicatorSource(leaf)),
    context.place,
  );
  const explained = lost.filter(({ leaf }) => whyText(leaf) !== '');
  const more = explained.length - MAX_NAMED;
  const silent = lost.length - explained.length;
  return [
    sentence(`未完全实现绩效目标的指标${lost.length}个。`, ...sources),
    ...explained
      .slice(0, MAX_NAMED)
      .map(({ evaluation, leaf }) =>
        sentence(`${quoted(evaluation.projectName)}的${quoted(leaf.name)}：${whyText(leaf)}。`, indicatorSource(leaf)),
      ),
    more > 0 ? sentence(`另有${more}个指标的原因见各项目自评表。`, ...sources) : null,
    silent > 0 ? sentence(`其中${silent}个指标未说明原因。`, ...sources) : null,
  ];
}

/** The words of the unit, and those of a reviewer who gave other points. */
function whyText({ explanation, reviewReason }: ReportedLeaf): string {
  const own = clause(explanation ?? '');
  const reviewed = clause(reviewReason ?? '');
  return [own, reviewed === '' ? '' : `复核改分，理由为${reviewed}`].filter((text) => text !== '').join('；');
}

/** R39. */
function pointsAboveExecution({ evaluations, place }: EvaluationContext): ReportSentence | null {
  const apart = evaluations.filter(({ alerts }) => alerts.includes('points-above-execution'));
  if (apart.length === 0) return null;
  const said = named(apart, ({ projectName }) => quoted(projectName), '个项目');
  return sentence(
    `指标得分率明显高于预算执行得分率、需进一步核实的项目${apart.length}个：${said}。`,
    ...restingOn(apart.map(evaluationSource), place),
  );
}

import { exact, roundHalfAway } from '../kernel/exact.js';
import type { EvaluationPart } from '../self-evaluation/evaluation-rules.js';
import { PART_WORDS } from '../self-evaluation/evaluation-words.js';
import { column, indicatorSource, named, paragraph, restingOn, sentence, table } from './builder.js';
import { evaluationSource, type EvaluationContext, type LeafOfEvaluation } from './evaluation-context.js';
import { percent, quoted } from './official-words.js';
import type { ReportBlock } from './report-content.js';

/** Points that a leaf has lost, with 2 places; null where its points are not known. */
const lostOf = ({ leaf: { weight, points } }: LeafOfEvaluation): number | null =>
  points === null ? null : roundHalfAway(exact(weight).sub(exact(points)), 2);

/** Where points were lost, most of them first. */
export const losing = ({ leaves }: EvaluationContext): readonly LeafOfEvaluation[] =>
  leaves
    .filter((each) => (lostOf(each) ?? 0) > 0)
    .sort((a, b) => (lostOf(b) ?? 0) - (lostOf(a) ?? 0) || (a.leaf.id < b.leaf.id ? -1 : 1));

const sum = (leaves: readonly LeafOfEvaluation[], of: (leaf: LeafOfEvaluation) => number): ReturnType<typeof exact> =>
  leaves.reduce((whole, each) => whole.add(exact(of(each))), exact(0));

/** 产出, 成本, 效益 or 满意度; a part that no table has is told of only where it is one of the three of the notice. */
export function indicatorPart(context: EvaluationContext, part: EvaluationPart): readonly ReportBlock[] {
  const { leaves, place } = context;
  const own = leaves.filter(({ leaf }) => leaf.part === part);
  const id = `analysis.${part}`;
  const word = PART_WORDS[part].zh;
  if (own.length === 0) return part === 'cost' ? [] : paragraph(id, sentence(`${word}：无。`, place));
  const scored = own.filter(({ leaf }) => leaf.points !== null);
  const sources = restingOn(
    own.map(({ leaf }) => indicatorSource(leaf)),
    place,
  );
  if (scored.length === 0) return paragraph(id, sentence(`${word}${own.length}个，尚未评分。`, ...sources));
  const weight = sum(scored, ({ leaf }) => leaf.weight);
  const rate = weight.equals(0)
    ? null
    : roundHalfAway(
        sum(scored, ({ leaf }) => leaf.points ?? 0)
          .div(weight)
          .mul(100),
        2,
      );
  const lost = losing(context).filter(({ leaf }) => leaf.part === part);
  const full = scored.length - lost.length;
  const said = rate === null ? '' : `，得分率${percent(rate)}`;
  return paragraph(
    id,
    sentence(`${word}${own.length}个，得满分的${full}个${said}。`, ...sources),
    lost.length === 0
      ? null
      : sentence(
          `失分的${lost.length}个：${named(lost, leafText, '个指标')}。`,
          ...restingOn(
            lost.map(({ leaf }) => indicatorSource(leaf)),
            place,
          ),
        ),
  );
}

const leafText = ({ evaluation, leaf }: LeafOfEvaluation): string =>
  `${quoted(evaluation.projectName)}的${quoted(leaf.name)}（指标值${leaf.target}，完成值${leaf.result ?? '无'}，` +
  `得${(leaf.points ?? 0).toFixed(2)}分，满分${leaf.weight.toFixed(2)}分）`;

export const lostTable = (context: EvaluationContext): readonly ReportBlock[] =>
  table({
    id: 'analysis.lost',
    title: '失分的绩效指标',
    columns: [
      column('项目名称', 26),
      column('绩效指标', 26),
      column('年度指标值', 14, 'center'),
      column('完成值', 14, 'center'),
      column('分值', 10, 'right'),
      column('得分', 10, 'right'),
    ],
    items: losing(context),
    row: ({ evaluation, leaf }) => ({
      cells: [
        evaluation.projectName,
        leaf.name,
        leaf.target,
        leaf.result ?? '—',
        leaf.weight.toFixed(2),
        (leaf.points ?? 0).toFixed(2),
      ],
      sources: [evaluationSource(evaluation), indicatorSource(leaf)],
    }),
    unit: '个指标',
  });

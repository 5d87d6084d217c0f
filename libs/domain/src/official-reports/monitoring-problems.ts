import { clause } from '../kernel/text.js';
import { REASON_WORDS } from '../reporting/report-words.js';
import { REASONS, type Reason } from '../reporting/report-types.js';
import {
  column,
  indicatorSource,
  inQuotes,
  MAX_NAMED,
  named,
  paragraph,
  projectSource,
  restingOn,
  section,
  sentence,
  table,
} from './builder.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { MissedIndicator, MonitoredProject, StatedReason } from './monitoring-facts.js';
import { byGap, isLagging, isOverspent, missedOf } from './monitoring-results.js';
import { againstPlan, counted, ordinal, percent, quoted } from './official-words.js';
import type { ReportBlock, ReportSection, ReportSentence } from './report-content.js';

type Sentences = readonly (ReportSentence | null)[];

/** 四、存在的问题及原因: the reasons as the units gave them; that of spending is printed here and nowhere else (R24). */
export function monitoringProblems(context: MonitoringContext): ReportSection {
  const found = [
    { id: 'spending', sentences: spending(context), after: reasonTable(context) },
    { id: 'goals', sentences: goals(context), after: [] },
    { id: 'impossible', sentences: [impossible(context)], after: [] },
    { id: 'mismatch', sentences: [mismatch(context, 'moneyAhead'), mismatch(context, 'goalsAhead')], after: [] },
    { id: 'reporting', sentences: [reporting(context)], after: [] },
  ].filter(({ sentences }) => sentences.some((each) => each !== null));
  if (found.length === 0) {
    const none = sentence('本期监控未发现突出问题。', context.place, context.round);
    return section('problems', 4, '存在的问题及原因', [paragraph('problems.none', none)]);
  }
  const blocks = found.map(({ id, sentences, after }, place) => [
    ...paragraph(`problems.${id}`, ...(found.length === 1 ? sentences : inOrder(sentences, place + 1))),
    ...after,
  ]);
  return section('problems', 4, '存在的问题及原因', blocks);
}

/** 一是, 二是 … before the first sentence. */
function inOrder(sentences: Sentences, place: number): Sentences {
  const [first, ...rest] = sentences.filter((each) => each !== null);
  return first === undefined ? [] : [{ ...first, text: `${ordinal(place)}是${first.text}` }, ...rest];
}

const deviating = ({ projects }: MonitoringContext): readonly MonitoredProject[] =>
  byGap(projects.filter((project) => isLagging(project) || isOverspent(project)));

const isStated = ({ reasons }: StatedReason): boolean => reasons.length > 0;

function spending(context: MonitoringContext): Sentences {
  const { place, round } = context;
  const slow = deviating(context);
  if (slow.length === 0) return [];
  const stated = slow.filter(({ why }) => isStated(why));
  const sources = restingOn(slow.map(projectSource), place, round);
  return [
    sentence(`部分项目预算执行与计划存在偏差，共${slow.length}个。`, ...sources),
    tally(
      stated.map(({ why }) => why),
      restingOn(stated.map(projectSource), place, round),
    ),
    ...stated.slice(0, MAX_NAMED).map((project) => sentence(spendingText(project), projectSource(project))),
    others(stated.length - MAX_NAMED, sources),
    unexplained(slow, context),
  ];
}

/** How often each reason was given; a project may have several. */
function tally(whys: readonly StatedReason[], sources: ReportSentence['sources']): ReportSentence | null {
  if (whys.length < 2) return null;
  const times = REASONS.map(
    (reason) => [REASON_WORDS[reason].zh, whys.filter(({ reasons }) => reasons.includes(reason)).length] as const,
  );
  const said = counted([...times].sort((a, b) => b[1] - a[1]));
  return sentence(`从原因看（可多选），${said}。`, ...sources);
}

const reasonWords = (reasons: readonly Reason[]): string => reasons.map((each) => REASON_WORDS[each].zh).join('、');

/** `属经费保障方面原因：资金未到位`. */
function whyText({ reasons, note }: StatedReason): string {
  const isOnlyOther = reasons.every((reason) => reason === 'other');
  const kind = isOnlyOther ? '属其他原因' : `属${reasonWords(reasons)}方面原因`;
  const said = clause(note ?? '');
  return said === '' ? kind : `${kind}：${said}`;
}

function spendingText({ name, executionRate, gapToPlan, why }: MonitoredProject): string {
  const rate = executionRate === null ? '' : `预算执行率${percent(executionRate)}，`;
  const gap = gapToPlan === null ? '' : `${againstPlan(gapToPlan)}，`;
  return `${quoted(name)}${rate}${gap}${whyText(why)}。`;
}

const others = (count: number, sources: ReportSentence['sources']): ReportSentence | null =>
  count <= 0 ? null : sentence(`另有${count}个项目的原因见下表。`, ...sources);

function unexplained(slow: readonly MonitoredProject[], { place, round }: MonitoringContext): ReportSentence | null {
  const silent = slow.filter(({ why }) => !isStated(why));
  if (silent.length === 0) return null;
  const said = named(silent, inQuotes, '个项目');
  return sentence(
    `未说明原因的项目${silent.length}个：${said}。`,
    ...restingOn(silent.map(projectSource), place, round),
  );
}

/** Where the sentences do not name all of them. */
function reasonTable(context: MonitoringContext): readonly ReportBlock[] {
  const stated = deviating(context).filter(({ why }) => isStated(why));
  if (stated.length <= MAX_NAMED) return [];
  return table({
    id: 'problems.spending-table',
    title: '预算执行偏差原因表',
    columns: [
      column('预算单位', 18),
      column('项目名称', 26),
      column('执行率（%）', 10, 'right'),
      column('原因', 16),
      column('原因说明', 30),
    ],
    items: stated,
    row: (project) => ({
      cells: [
        project.unitName,
        project.name,
        project.executionRate === null ? '—' : project.executionRate.toFixed(2),
        reasonWords(project.why.reasons),
        project.why.note ?? '—',
      ],
      sources: [projectSource(project)],
    }),
    unit: '个项目',
  });
}

function goals(context: MonitoringContext): Sentences {
  const { place, round } = context;
  const missed = missedOf(context);
  if (missed.length === 0) return [];
  const stated = missed.filter(({ indicator }) => isStated(indicator.why));
  const sources = restingOn(
    missed.map(({ indicator }) => indicatorSource(indicator)),
    place,
    round,
  );
  const silent = missed.length - stated.length;
  return [
    sentence(`部分绩效指标未达到预期进度，共${missed.length}个。`, ...sources),
    tally(
      stated.map(({ indicator }) => indicator.why),
      restingOn(
        stated.map(({ indicator }) => indicatorSource(indicator)),
        place,
        round,
      ),
    ),
    ...stated
      .slice(0, MAX_NAMED)
      .map(({ project, indicator }) => sentence(goalText(project, indicator), indicatorSource(indicator))),
    silent === 0 ? null : sentence(`其中${silent}个指标未说明原因。`, ...sources),
  ];
}

const goalText = (project: MonitoredProject, { name, why, result }: MissedIndicator): string =>
  `${quoted(project.name)}的${quoted(name)}完成值为${result ?? '未报'}，${whyText(why)}。`;

/** R26: out of reach, whatever the light. */
function impossible({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const lost = projects.flatMap((project) =>
    project.missed.filter(({ likelihood }) => likelihood === 'impossible').map((indicator) => ({ project, indicator })),
  );
  if (lost.length === 0) return null;
  const said = named(
    lost,
    ({ project, indicator }) => {
      const note = clause(indicator.note ?? '');
      return `${quoted(project.name)}的${quoted(indicator.name)}${note === '' ? '' : `（${note}）`}`;
    },
    '个指标',
  );
  return sentence(
    `预算单位判断全年完全不可能完成的绩效指标${lost.length}个：${said}。`,
    ...restingOn(
      lost.map(({ indicator }) => indicatorSource(indicator)),
      place,
      round,
    ),
  );
}

const MISMATCH_WORDS = {
  moneyAhead: '资金执行明显快于绩效目标完成',
  goalsAhead: '绩效目标完成明显快于资金执行',
} as const;

/** R15. */
function mismatch(
  { projects, place, round }: MonitoringContext,
  side: keyof typeof MISMATCH_WORDS,
): ReportSentence | null {
  const apart = projects.filter((project) => project.mismatch === side);
  if (apart.length === 0) return null;
  const said = named(apart, inQuotes, '个项目');
  return sentence(
    `${MISMATCH_WORDS[side]}的项目${apart.length}个：${said}。`,
    ...restingOn(apart.map(projectSource), place, round),
  );
}

/** R28. */
function reporting({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const late = projects.filter(({ notReported }) => notReported);
  if (late.length === 0) return null;
  return sentence(
    `部分项目填报不及时、不完整，${late.length}个项目逾期仍有应报未报内容，监控结果不评为绿灯。`,
    ...restingOn(late.map(projectSource), place, round),
  );
}

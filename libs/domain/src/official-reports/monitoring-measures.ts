import type { AlertAnswer } from '../alerts/alert-life.js';
import type { MeasureKind } from '../rectification/budget-measure.js';
import { MAX_NAMED, named, paragraph, projectSource, restingOn, section, sentence } from './builder.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { ReportedAlert, ReportedMeasure, ReportedRectification } from './monitoring-facts.js';
import { alertSource } from './monitoring-work.js';
import { clause, counted, dayText, percent, percentOf, quoted, wan } from './official-words.js';
import type { ReportSection, ReportSentence, SentenceSource } from './report-content.js';

/** 五、下一步措施: what was answered, what is put right by when, what is done with the money, where the year will end. */
export const monitoringMeasures = (context: MonitoringContext): ReportSection => {
  const blocks = [
    paragraph('measures.answers', ...answers(context)),
    paragraph('measures.rectifications', ...rectifications(context)),
    paragraph('measures.budget', ...budgetMeasures(context)),
  ];
  const isNone = blocks.every((each) => each.length === 0);
  const none = sentence('无正在办理的预警回应、整改和结果应用事项。', context.place, context.round);
  return section('measures', 5, '下一步措施', [
    ...(isNone ? [paragraph('measures.none', none)] : blocks),
    paragraph('measures.outlook', expected(context), forecast(context)),
  ]);
};

const ANSWER_WORDS: Readonly<Record<AlertAnswer, string>> = {
  continue: '继续执行并采取措施加快进度',
  reallocate: '调剂预算',
  cancel: '取消项目',
};

function answers({ facts, place, round }: MonitoringContext): readonly (ReportSentence | null)[] {
  const done = facts.alerts.filter(({ answer }) => answer !== null);
  if (done.length === 0) return [];
  const kinds = (Object.keys(ANSWER_WORDS) as AlertAnswer[]).map(
    (answer) => [`${ANSWER_WORDS[answer]}的`, done.filter((alert) => alert.answer === answer).length, '条'] as const,
  );
  const said = done.filter(({ answerText }) => clause(answerText ?? '') !== '').slice(0, MAX_NAMED);
  return [
    sentence(`对已回应的预警，${counted(kinds)}。`, ...restingOn(done.map(alertSource), place, round)),
    ...said.map((alert) => sentence(answerText(alert), alertSource(alert))),
  ];
}

const answerText = ({ projectName, answerText: text }: ReportedAlert): string =>
  `${quoted(projectName)}：${clause(text ?? '')}。`;

const isOver = ({ state }: ReportedRectification): boolean => state === 'closed' || state === 'waived';

const labelOf = ({ projectName, unitName }: ReportedRectification): string => projectName ?? unitName;

const rectificationSource = (rectification: ReportedRectification): SentenceSource => ({
  kind: 'rectification',
  id: rectification.id,
  label: labelOf(rectification),
});

function rectifications({ facts, place, round }: MonitoringContext): readonly (ReportSentence | null)[] {
  const all = facts.rectifications;
  if (all.length === 0) return [];
  const open = [...all.filter((each) => !isOver(each))].sort((a, b) =>
    (a.deadline ?? '9999') < (b.deadline ?? '9999') ? -1 : 1,
  );
  const states = counted([
    ['已销号', all.filter(({ state }) => state === 'closed').length, '项'],
    ['经财政书面免除', all.filter(({ state }) => state === 'waived').length, '项'],
    ['正在整改', open.length, '项'],
  ]);
  return [
    sentence(`已立项整改${all.length}项，其中${states}。`, ...restingOn(all.map(rectificationSource), place, round)),
    ...open.slice(0, MAX_NAMED).map((each) => sentence(rectificationText(each), rectificationSource(each))),
    open.length > MAX_NAMED
      ? sentence(
          `另有${open.length - MAX_NAMED}项整改按各自期限推进。`,
          ...restingOn(open.slice(MAX_NAMED).map(rectificationSource), place, round),
        )
      : null,
  ];
}

function rectificationText(each: ReportedRectification): string {
  const measures = clause(each.measures ?? '');
  const parts = [
    `针对${clause(each.finding)}的问题`,
    measures === '' ? '整改措施待制定' : `整改措施为${measures}`,
    each.ownerName === null ? null : `由${each.ownerName}负责`,
    each.deadline === null ? null : `于${dayText(each.deadline)}前完成`,
  ];
  return `${quoted(labelOf(each))}${parts.filter((part) => part !== null).join('，')}。`;
}

const MEASURE_WORDS: Readonly<Record<MeasureKind, string>> = {
  recover: '收回资金',
  reduce: '调减预算',
  suspend: '暂停拨款',
  pool: '统筹使用',
};
const POSTED: Readonly<Partial<Record<ReportedMeasure['state'], string>>> = {
  proposed: '拟',
  approved: '已批准',
  posted: '已',
};

function budgetMeasures({ facts, place, round }: MonitoringContext): readonly (ReportSentence | null)[] {
  const counting = facts.measures.filter(({ state }) => POSTED[state] !== undefined);
  if (counting.length === 0) return [];
  const sources = counting.map(({ id, projectName }): SentenceSource => ({ kind: 'measure', id, label: projectName }));
  const said = named(
    counting,
    ({ projectName, kind, amountFen, state }) =>
      `对${quoted(projectName)}${POSTED[state] ?? ''}${MEASURE_WORDS[kind]}${amountFen === null ? '' : wan(amountFen)}`,
    '项措施',
  );
  return [sentence(`监控结果应用方面，${said}。`, ...restingOn(sources, place, round))];
}

/** R26: what the units themselves expect. */
function expected({ projects, place, round }: MonitoringContext): ReportSentence | null {
  const told = projects.filter(({ expectedFen, budgetFen }) => expectedFen !== null && budgetFen !== null);
  if (told.length === 0) return null;
  const fen = told.reduce((sum, { expectedFen }) => sum + (expectedFen ?? 0), 0);
  const budget = told.reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0), 0);
  const rate = percentOf(fen, budget);
  if (rate === null) return null;
  const who = told.length === projects.length ? '' : `已填报全年预计执行数的${told.length}个项目`;
  return sentence(
    `据预算单位预计，${who}全年执行${wan(fen)}，预算执行率${percent(rate)}。`,
    ...restingOn(told.map(projectSource), place, round),
  );
}

/** R45. */
function forecast({ sums, projects, place, round }: MonitoringContext): ReportSentence | null {
  const rate = sums.execution?.forecastRate ?? null;
  if (rate === null) return null;
  const known = projects.filter(({ forecastFen }) => forecastFen !== null);
  return sentence(
    `按目前进度测算，全年预算执行率预计为${percent(rate)}。`,
    ...restingOn(known.map(projectSource), place, round),
  );
}

import type { AlertAnswer } from '../alerts/alert-life.js';
import { clause } from '../kernel/text.js';
import { MAX_NAMED, paragraph, projectSource, restingOn, section, sentence } from './builder.js';
import { measureSentences } from './measure-sentences.js';
import type { MonitoringContext } from './monitoring-context.js';
import type { ReportedAlert } from './monitoring-facts.js';
import { alertSource } from './monitoring-work.js';
import { counted, percent, percentOf, quoted, wan } from './official-words.js';
import { rectificationSentences } from './rectification-sentences.js';
import type { ReportSection, ReportSentence } from './report-content.js';

/** 五、下一步措施: what was answered, what is put right by when, what is done with the money, where the year will end. */
export const monitoringMeasures = (context: MonitoringContext): ReportSection => {
  const { facts, place, round } = context;
  const blocks = [
    paragraph('measures.answers', ...answers(context)),
    paragraph('measures.rectifications', ...rectificationSentences(facts.rectifications, [place, round])),
    paragraph('measures.budget', ...measureSentences(facts.measures, [place, round])),
  ];
  const isNone = blocks.every((each) => each.length === 0);
  const none = sentence('无正在办理的预警回应、整改和结果应用事项。', place, round);
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

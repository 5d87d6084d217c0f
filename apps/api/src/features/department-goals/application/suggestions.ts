import { comparableSentence, type IndicatorAnswer, type IndicatorTarget } from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { answerText } from '../../monitoring/index.js';
import type { GoalSentenceView } from '../http/department-goals.dto.js';
import { executionRateOf, moneyOf, type LinkedProject } from './linked-projects.js';

type Suggestion = GoalSentenceView['suggestions'][number];

const EXECUTION_RATE = /预算执行率|资金执行率|支出执行率/;
const TOGETHER: Readonly<Record<Locale, (projects: number) => string>> = {
  zh: (projects) => `关联的 ${projects} 个项目合计`,
  en: (projects) => `${projects} linked project(s) together`,
};

/**
 * What linked projects report of the same thing: an indicator of the same name in the same unit, whose answer a person may
 * take over; and for 预算执行率 the rate of all of them together (R7). Nothing is taken over by itself.
 */
export function suggestionsFor(
  target: IndicatorTarget,
  projects: readonly LinkedProject[],
  locale: Locale,
): readonly Suggestion[] {
  const name = comparableSentence(target.name);
  const same = projects.flatMap((project) =>
    (project.lights?.indicators ?? []).flatMap(({ inputs }) => {
      const { target: other, answer } = inputs;
      const isSame = comparableSentence(other.name) === name && fits(target, other, answer);
      return isSame && answer !== null
        ? [suggestion(project.id, project.name, other.name, answer, target, locale)]
        : [];
    }),
  );
  return [...same, ...rateOfAll(target, projects, locale)];
}

/** An answer can be taken over where it is of the same kind and in the same unit; "no data" is for each to say. */
function fits(target: IndicatorTarget, other: IndicatorTarget, answer: IndicatorAnswer | null): boolean {
  if (target.kind === 'qualitative') return answer?.type === 'outcome';
  if (target.kind === 'date') return answer?.type === 'doneOn' || answer?.type === 'notDone';
  return answer?.type === 'value' && (other.unit ?? '') === (target.unit ?? '');
}

function rateOfAll(target: IndicatorTarget, projects: readonly LinkedProject[], locale: Locale): readonly Suggestion[] {
  const money = moneyOf(projects);
  const rate = money && executionRateOf(money);
  if (rate === null || target.unit !== '%' || !EXECUTION_RATE.test(target.name)) return [];
  const answer = { type: 'value', value: rate } as const;
  return [suggestion(null, TOGETHER[locale](projects.length), target.name, answer, target, locale)];
}

const suggestion = (
  projectId: string | null,
  source: string,
  indicator: string,
  answer: IndicatorAnswer,
  { unit }: IndicatorTarget,
  locale: Locale,
): Suggestion => ({
  projectId,
  source,
  indicator,
  resultText: answerText(answer, unit, locale) ?? '',
  ...answerFields(answer),
});

/** The one answer as the fields of a form; all but those of its type are blank. */
export const answerFields = (answer: IndicatorAnswer | null) => ({
  value: answer?.type === 'value' ? answer.value : null,
  outcome: answer?.type === 'outcome' ? answer.outcome : null,
  text: answer?.type === 'outcome' ? (answer.text ?? null) : null,
  doneOn: answer?.type === 'doneOn' ? answer.doneOn : null,
  notDone: answer?.type === 'notDone',
  noData: answer?.type === 'noData' ? answer.why : null,
});

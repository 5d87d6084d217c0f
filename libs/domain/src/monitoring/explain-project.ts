import type { GoalAssessment, Light, MissingData, ProjectAssessment } from './assessment-types.js';
import { LIGHTS } from './assessment-types.js';
import { explainSpend } from './explain-spend.js';
import { lightName, type ExplainLocale } from './wording.js';

/** A project's assessment as it is stored, with or without its indicators: the counts of colours are enough (R49). */
export type ExplainableProject = Omit<ProjectAssessment, 'goals'> & {
  readonly goals: Pick<GoalAssessment, 'light' | 'counts'> & Partial<Pick<GoalAssessment, 'indicators'>>;
};

/** How many indicators are named in a sentence; the others are counted. */
const NAMED = 3;

/** R49: why a project has its colour: which part decided, the spending sentence, and the indicators by colour. */
export function explainProject(project: ExplainableProject, locale: ExplainLocale): string {
  const sentences =
    project.reason === 'exempt'
      ? [explainSpend(project.spend, locale)]
      : [
          decision(project, locale),
          spendPart(project, locale),
          goalPart(project, locale),
          missingPart(project, locale),
        ];
  return sentences.filter((sentence) => sentence !== '').join(locale === 'zh' ? '' : ' ');
}

function decision(project: ExplainableProject, locale: ExplainLocale): string {
  const [light, spend, goals] = [project.light, project.spend.light, project.goals.light].map((each) =>
    lightName(each, locale),
  );
  const parts = locale === 'zh' ? `资金${spend}、目标${goals}` : `spending is ${spend}, goals are ${goals}`;
  const why = locale === 'zh' ? whyInChinese(project, parts) : whyInEnglish(project, parts);
  return locale === 'zh' ? `${light}：${why}。` : `${capitalised(light ?? '')}: ${why}.`;
}

function whyInChinese({ light, reason, spend, goals }: ExplainableProject, parts: string): string {
  if (reason === 'not-reported') return `${parts}，但填报期已过仍有应报未报内容，最好为黄灯`;
  if (light === 'grey') return `${parts}，本期没有可评判的内容`;
  if (reason === 'goals-off') return `${parts}，资金没有落后而目标有偏差，按规则为黄灯`;
  if (reason === 'spend-and-goals') return `资金、目标均为${lightName(light, 'zh')}`;
  return [spend.light, goals.light].includes('grey') ? `${parts}，灰灯不计` : `${parts}，取较差者`;
}

function whyInEnglish({ light, reason, spend, goals }: ExplainableProject, parts: string): string {
  if (reason === 'not-reported')
    return `${parts}, but something due was not reported by the deadline, so at best yellow`;
  if (light === 'grey') return `${parts}; nothing could be judged in this round`;
  if (reason === 'goals-off') return `${parts}; only the goals are off, which is yellow by these rules`;
  if (reason === 'spend-and-goals') return `spending and goals are both ${light}`;
  return [spend.light, goals.light].includes('grey')
    ? `${parts}; grey does not count`
    : `${parts}; the worse one counts`;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const spendPart = ({ spend }: ExplainableProject, locale: ExplainLocale): string =>
  `${locale === 'zh' ? '资金：' : 'Spending: '}${explainSpend(spend, locale)}`;

function goalPart({ goals }: ExplainableProject, locale: ExplainLocale): string {
  const zh = locale === 'zh';
  const total = LIGHTS.reduce((sum, light) => sum + goals.counts[light], 0);
  if (total === 0) return zh ? '目标：没有绩效指标。' : 'Goals: there are no indicators.';
  const counts = LIGHTS.filter((light) => goals.counts[light] > 0).map((light) => {
    const names = light === 'red' || light === 'yellow' ? namesOf(goals, light, locale) : '';
    return zh
      ? `${lightName(light, 'zh')} ${goals.counts[light]} 项${names}`
      : `${goals.counts[light]} ${light}${names}`;
  });
  return zh
    ? `目标：共 ${total} 项指标，${counts.join('、')}。`
    : `Goals: of ${total} indicators ${counts.join(', ')}.`;
}

function namesOf({ indicators = [] }: ExplainableProject['goals'], light: Light, locale: ExplainLocale): string {
  const names = indicators.filter((indicator) => indicator.light === light).map(({ name }) => name);
  if (names.length === 0) return '';
  const shown = names.slice(0, NAMED);
  if (locale === 'zh') return `（${shown.join('、')}${names.length > NAMED ? '等' : ''}）`;
  return ` (${shown.join(', ')}${names.length > NAMED ? ', …' : ''})`;
}

function missingPart({ missing, notReported, awaitingReport }: ExplainableProject, locale: ExplainLocale): string {
  if (!notReported && !awaitingReport) return '';
  const blank = locale === 'zh' ? blankInChinese(missing) : blankInEnglish(missing);
  if (awaitingReport) {
    return locale === 'zh'
      ? `${blank}待填报，截止日之前不影响颜色。`
      : `Still to be reported: ${blank}; before the deadline this does not change the colour.`;
  }
  const { withoutData } = missing;
  if (locale === 'zh') {
    const parts = [blank && `${blank}未报`, withoutData > 0 && `${withoutData} 项指标无数据`];
    return `截至填报截止日，${parts.filter(Boolean).join('，')}。`;
  }
  const parts = [blank && `${blank} not reported`, withoutData > 0 && `${indicatorCount(withoutData)} without data`];
  return `At the deadline: ${parts.filter(Boolean).join(', ')}.`;
}

const blankInChinese = ({ expenditure, indicators }: MissingData): string =>
  [expenditure && '支出', indicators > 0 && `${indicators} 项指标`].filter(Boolean).join('和');

const blankInEnglish = ({ expenditure, indicators }: MissingData): string =>
  [expenditure && 'spending', indicators > 0 && indicatorCount(indicators)].filter(Boolean).join(' and ');

const indicatorCount = (count: number): string => `${count} ${count === 1 ? 'indicator' : 'indicators'}`;

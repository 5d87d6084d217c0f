import type { ExplainLocale } from '../monitoring/wording.js';
import type { BackTested } from './back-test.js';
import type { ForecastMethod } from './year-end-forecast.js';

const METHOD_NAMES: Readonly<Record<ExplainLocale, Readonly<Record<ForecastMethod, string>>>> = {
  zh: { blend: '两种推算加权', planRemaining: '余下按计划', pace: '按速度', chainLadder: '按往年规律' },
  en: { blend: 'the blend', planRemaining: 'rest as planned', pace: 'pace', chainLadder: 'earlier years' },
};

/**
 * Which method was the nearest on the past, as a sentence (R45). Project pages forecast by the blend, so that it is said
 * plainly where another was better. Points of the budget with 2 places.
 * @param years the years that were tested, ascending
 */
export function explainBackTest(
  { cases, compared, best }: BackTested,
  years: readonly number[],
  locale: ExplainLocale,
): string {
  if (compared === null || best === null) {
    return locale === 'zh'
      ? '还没有已经结束的年度可供回测。'
      : 'There is no year that is over yet to test the forecasts on.';
  }
  const nameOf = (method: ForecastMethod): string => METHOD_NAMES[locale][method];
  const errors = compared.errors.map(({ method, meanAbsolute }) => ({ method, text: `±${meanAbsolute.toFixed(2)}` }));
  const others = errors.filter(({ method }) => method !== best).map(({ method, text }) => `${nameOf(method)} ${text}`);
  const points = errors.find(({ method }) => method === best)?.text ?? '';
  const [period, count, name] = [periodText(years), compared.count, nameOf(best)];
  if (locale === 'zh') {
    const use = best === 'blend' ? '项目页按它预测。' : `项目页仍按“${nameOf('blend')}”预测，请同时参考“${name}”。`;
    return `拿${period}年的实际支出回测了 ${cases} 次。在这几种方法都能推算的 ${count} 次中，“${name}”误差最小，平均 ${points} 个百分点（${others.join('，')}）。${use}`;
  }
  const use =
    best === 'blend'
      ? 'Project pages forecast by it.'
      : `Project pages still forecast by the blend; look at “${name}” too.`;
  return `Tested ${cases} times on ${period}. Of the ${count} times that all of these could forecast, “${name}” was the nearest: ${points} points on average (${others.join(', ')}). ${use}`;
}

function periodText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first ?? '') : `${first}–${last}`;
}

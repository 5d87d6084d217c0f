import type { IndicatorAnswer, Outcome } from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';

const OUTCOME: Readonly<Record<Locale, Readonly<Record<Outcome, string>>>> = {
  zh: { met: '达成', partly: '部分达成', unmet: '未达成' },
  en: { met: 'met', partly: 'partly met', unmet: 'not met' },
};
const NOT_DONE: Readonly<Record<Locale, string>> = { zh: '尚未完成', en: 'not done yet' };
/** With thousands commas, and as many decimals as it has. */
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });
const NO_DATA: Readonly<Record<Locale, string>> = { zh: '无数据：', en: 'no data: ' };

/** An indicator's answer for reading; null where it is blank. */
export function answerText(answer: IndicatorAnswer | null, unit: string | null, locale: Locale): string | null {
  switch (answer?.type) {
    case 'value':
      return `${figures.format(answer.value)}${unit ?? ''}`;
    case 'outcome':
      return [OUTCOME[locale][answer.outcome], answer.text].filter((part) => part).join(' · ');
    case 'doneOn':
      return answer.doneOn;
    case 'notDone':
      return NOT_DONE[locale];
    case 'noData':
      return `${NO_DATA[locale]}${answer.why}`;
    case undefined:
      return null;
  }
}

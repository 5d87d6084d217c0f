import type { Locale } from '../../../../platform/http/message-catalogue.js';

type Words = Readonly<Record<Locale, string>>;

/** The sheet that lists what is wrong, before all others. */
export const PROBLEM_SHEET: Words = { zh: '问题清单', en: 'Problems' };
/** The column that holds the sentences of each row; the reader knows it and passes it over. */
export const PROBLEM_COLUMN: Words = { zh: '问题', en: 'Problems' };

export const problemTitle = (file: string, count: number, locale: Locale): string =>
  locale === 'zh'
    ? `“${file}”有 ${count} 处问题，全部未保存。请改正标红的单元格后重新上传。`
    : `“${file}” has ${count} problems; nothing was saved. Correct the red cells and upload it again.`;

export const PROBLEM_HEADINGS: Readonly<Record<Locale, readonly [string, string]>> = {
  zh: ['位置', '说明'],
  en: ['Place', 'Explanation'],
};

import { labelText } from './labels.js';

const LEVEL = '(?:秘密|机密|绝密|涉密)';
/** A mark of its own on a page: 机密, 秘密★5年, 密级：机密. */
const PAGE_MARK = new RegExp(`^(?:密级:)?[\\[(【]?${LEVEL}[\\])】]?(?:[★☆*].{0,12})?$`);
/** A mark inside a name or heading: （涉密）, 【机密】, （涉密项目）. */
const BRACKETED_MARK = new RegExp(`[(（\\[［【〔]${LEVEL}(?:项目)?[)）\\]］】〕]`);
const STATEMENT = new RegExp(`[本该此]项目(?:为|属于?|是|系)?(?:国家)?${LEVEL}`);
const NOT_CLASSIFIED = /^(?:否|无|不涉密|非涉密|公开|不是|没有)?$/;

/** True for a line that marks what follows as a state secret; words like 保密工作 or 商业秘密 inside a sentence do not. */
export const isPageMark = (text: string): boolean => PAGE_MARK.test(labelText(text));

/** True for a name, heading or sentence that says the project is classified. */
export function mentionsMark(text: string): boolean {
  const start = text.slice(0, 2000);
  return BRACKETED_MARK.test(start) || STATEMENT.test(start);
}

/** A name or heading without its mark. */
export const withoutMark = (text: string): string => text.replace(BRACKETED_MARK, '');

/** The answer beside 密级 or 是否涉密: anything but no, none, public or blank. */
export function isClassifiedAnswer(text: string): boolean {
  const answer = labelText(text);
  return !NOT_CLASSIFIED.test(answer) && !/^[-—–/]+$/.test(answer);
}

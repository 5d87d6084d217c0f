import { parseTargetValue } from '../value-parser.js';
import type { RecognisedDepartmentIndicator } from './document-types.js';

const SIGN =
  '(?:>=|<=|[≥≧≤≦><＞＜=＝]|大于等于|大于或等于|小于等于|小于或等于|不低于|不少于|不小于|不高于|不超过|不大于|不多于|达到|大于|小于|高于|低于|超过)';
const NUMBER = '\\d[\\d,，]{0,20}(?:\\.\\d{1,8})?';
const MEASURE =
  '(?:%|％|‰|个百分点|百分比|(?:万人次|万人|万户|人次|户次|件次|个工作日|个月|万元|亿元|平方米|公里|小时|分钟|工作日|[元件起次个人场种户份篇家名套台册张项处所条期天日年月吨米辆宗例批届])(?:/[\\u4e00-\\u9fff]{1,2})?)';
const SIGNED = new RegExp(`${SIGN}\\s*${NUMBER}\\s*${MEASURE}?`, 'u');
const BOUNDED = new RegExp(`${NUMBER}\\s*${MEASURE}?\\s*(?:及以上|以上|及以下|以下|以内|之内)`, 'u');
const DATED = /20\d\d年(?:\d{1,2}月(?:\d{1,2}日|底|末)?|底|末)(?:以?前)?/u;
const PLAIN = new RegExp(`${NUMBER}\\s*${MEASURE}`, 'u');
/** A value at the end of a text, with at most a few words behind it (为优秀, 以上): what follows is another indicator. */
const ENDS_IN_VALUE = new RegExp(`\\d\\s*${MEASURE}?(?!的)[^\\d的]{0,8}$`, 'u');
/** Bounds on what is searched and listed; a department part is a page of prose. */
const LONGEST_SENTENCE = 500;
const MOST_SENTENCES = 500;
const LONGEST_TAIL = 40;

/**
 * The indicators of a department goal. They are sentences: `；` and `。` always separate them, `、` and `，` only where
 * the text before already has its value (`宣传、活动覆盖率≥80%、满意度≥90%` are two). The value is looked for inside.
 */
export function departmentIndicators(text: string): RecognisedDepartmentIndicator[] {
  return text
    .split(/[；;。\n]/)
    .flatMap((sentence) => splitAtValues(withoutOrdinal(sentence)))
    .filter((sentence) => sentence !== '')
    .slice(0, MOST_SENTENCES)
    .map(indicatorOf);
}

function splitAtValues(sentence: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index } of sentence.matchAll(/[、，]/g)) {
    const tail = sentence.slice(Math.max(start, index - LONGEST_TAIL), index);
    if (!ENDS_IN_VALUE.test(tail) || !hasValue(tail)) continue;
    found.push(sentence.slice(start, index));
    start = index + 1;
  }
  return [...found, sentence.slice(start).replace(/[、，]$/, '')].map(withoutOrdinal);
}

/** A year inside a name (2023年、2024年完成率) is no value. */
const hasValue = (text: string): boolean => /\d/.test(text.replace(/20\d\d年?/g, ''));

const withoutOrdinal = (text: string): string =>
  text.trim().replace(/^(?:\d{1,2}[.．、](?=20\d\d年|\D|$)|[(（]\d{1,2}[)）])\s*/, '');

/** The value inside a sentence, and the place where it begins; null where the sentence has none. */
export function valueInSentence(text: string): { readonly value: string; readonly at: number } | null {
  const searched = text.slice(0, LONGEST_SENTENCE);
  const found = [SIGNED, BOUNDED, DATED, PLAIN].map((form) => form.exec(searched)).find((match) => match !== null);
  return found ? { value: found[0], at: found.index } : null;
}

function indicatorOf(text: string): RecognisedDepartmentIndicator {
  const found = valueInSentence(text);
  if (found === null) return { text, operator: 'qualitative', number: null, unit: null };
  const { operator, number, unit } = parseTargetValue(found.value, {});
  return { text, operator, number, unit };
}

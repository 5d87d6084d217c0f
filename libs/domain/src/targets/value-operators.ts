import type { Direction, Operator } from './target-types.js';

/** An operator that compares a number. */
export type ComparingOperator = Exclude<Operator, 'qualitative' | 'date'>;

/** How documents write each operator (R16): signs of any width, ASCII, and words. */
const WRITTEN: Readonly<Record<ComparingOperator, string>> = {
  gte:
    '>= => 〉= ≥ ≧ ⩾ ≮ 大于等于 大于或等于 大于或者等于 大于及等于 高于等于 高于或等于 多于等于 多于或等于 不低于 不少于 不小于 不得低于 ' +
    '不得少于 不得小于 不能低于 不能少于 应不低于 应不少于 至少 最少 最低 达到 达 正向',
  lte:
    '<= =< 〈= ≤ ≦ ⩽ ≯ 小于等于 小于或等于 小于或者等于 小于及等于 低于等于 低于或等于 少于等于 少于或等于 不超过 不超出 不高于 不大于 不多于 ' +
    '不得超过 不得高于 不得大于 不得多于 不能超过 不能高于 至多 最多 控制在 控制为 反向 逆向',
  gt: '> 〉 大于 高于 多于 超过 超出',
  lt: '< 〈 小于 低于 少于 不足 不到 不满 未满',
  eq: '= == 等于',
};

const OPERATOR_OF = new Map<string, ComparingOperator>(
  (Object.entries(WRITTEN) as [ComparingOperator, string][]).flatMap(([operator, forms]) =>
    forms.split(' ').map((form): [string, ComparingOperator] => [form, operator]),
  ),
);

/** Regular-expression source that matches any written operator, the longest first. */
export const OPERATOR_SOURCE = [...OPERATOR_OF.keys()].sort((a, b) => b.length - a.length).join('|');

/** The operator that a text such as `≧`, `>=` or `不低于` stands for; undefined for other words. */
export const operatorOf = (written: string): ComparingOperator | undefined =>
  OPERATOR_OF.get(written.replace(/\s/g, ''));

const SUFFIX = /^(?:\(含[^()]{0,4}\)|含|及其?|或)*(以上|之上|以下|以内|之内|之下|范围内)/;
const ANYWHERE_SUFFIX = /(?:\(含[^()]{0,4}\)|含|及其?|或)*(?:以上|之上|以下|以内|之内|之下|范围内)/;

/** The operator behind a number: `90%以上` is ≥, `100人以内` and `以下` are ≤ (both words include the number itself). */
export function suffixOperator(text: string): ComparingOperator | null {
  const match = SUFFIX.exec(text);
  if (!match) return null;
  return match[1] === '以上' || match[1] === '之上' ? 'gte' : 'lte';
}

/** Where the first suffix of `suffixOperator` begins in a text, or −1. */
export const suffixPosition = (text: string): number => ANYWHERE_SUFFIX.exec(text)?.index ?? -1;

/** Words that name a level rather than a side: an operator behind the number outweighs them (`控制在90%以上` is ≥). */
const WEAK = /^(?:控制[在为]|达到?)$/;
export const isWeakOperator = (written: string): boolean => WEAK.test(written);

/** The good side of a printed operator; a plain or printed `=` has none of its own (R17b, R19). */
export function directionOf(operator: ComparingOperator): Direction | null {
  if (operator === 'gte' || operator === 'gt') return 'atLeast';
  return operator === 'lte' || operator === 'lt' ? 'atMost' : null;
}

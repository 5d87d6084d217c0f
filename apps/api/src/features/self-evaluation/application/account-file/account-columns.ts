import { halfWidth, type AccountedExpenditure } from '@jixiao/domain';
import { unitOf, type AmountUnit } from '../../../treasury/index.js';

export type AccountText = 'code' | 'name' | 'note';
export type AccountField = keyof AccountedExpenditure;

/** What a label names; of an amount with its unit, null where the label states none. */
export type AccountColumn =
  { readonly text: AccountText } | { readonly amount: AccountField; readonly unit: AmountUnit | null };

const TEXTS: Readonly<Record<AccountText, readonly string[]>> = {
  code: ['项目编码', '项目代码', '预算项目编码', '预算项目代码', 'projectcode', 'code'],
  name: ['项目名称', '项目', '预算项目', 'projectname', 'project', 'name'],
  note: ['备注', '说明', 'note', 'remarks'],
};

/**
 * As finance bureaus print them. What might mean something else is left out: 年初结转和结余 is a balance and no expenditure, and 其他支出
 * a class of functions.
 */
const AMOUNTS: Readonly<Record<AccountField, readonly string[]>> = {
  expenditureFen: [
    ...['决算', '决算数', '决算金额', '决算支出', '决算支出数', '支出决算', '支出决算数', '支出决算金额'],
    ...['全年支出决算', '全年支出决算数', '年度支出决算', '年度支出决算数', '年度决算数', '全年决算数'],
    ...['本年支出', '本年支出数', '本年支出合计', '本年支出决算', '本年支出决算数', '年度支出', '年度支出数'],
    ...['实际支出', '实际支出数', '实际支出金额', '全年实际支出', '全年实际支出数', '全年支出', '全年支出数'],
    ...['支出', '支出数', '支出金额', '支出合计', '合计', '年度资金总额'],
    ...['执行数', '全年执行数', '实际执行数', '决算执行数'],
    ...['finalaccount', 'expenditure', 'total'],
  ],
  fiscalFen: [
    ...['财政资金', '财政拨款', '财政拨款支出', '财政拨款决算数', '财政拨款支出决算数'],
    ...['当年财政拨款', '当年财政拨款支出', '本年财政拨款', '本年财政拨款支出'],
    ...['一般公共预算拨款', '一般公共预算财政拨款', '一般公共预算财政拨款支出', '本年一般公共预算拨款'],
    ...['fiscal', 'fiscalfunds'],
  ],
  carriedFen: [
    ...['上年结转', '上年结转资金', '上年结转支出', '上年结转资金支出', '结转资金', '结转资金支出'],
    ...['使用上年结转', 'carriedover'],
  ],
  otherFen: ['其他资金', '其他资金支出', '其他资金决算数', 'other', 'otherfunds'],
};

const LABELS = new Map<string, { readonly text: AccountText } | { readonly amount: AccountField }>([
  ...Object.entries(TEXTS).flatMap(([text, labels]) =>
    labels.map((label) => [label, { text: text as AccountText }] as const),
  ),
  ...Object.entries(AMOUNTS).flatMap(([amount, labels]) =>
    labels.map((label) => [label, { amount: amount as AccountField }] as const),
  ),
]);

const UNIT = /[(\[]?(?:单位[::]?)?(万元|万|wan|元|yuan)[)\]]?$/;
const PART = /^其中[::]?/;

/** Reads one label (`决算数（万元）`, `其中：上年结转资金`); null where it names no known column. */
export function accountColumn(text: string): AccountColumn | null {
  const compact = halfWidth(text).toLowerCase().replace(/[\s_]/g, '').replace(PART, '');
  const unit = unitOf(compact);
  const found = LABELS.get(compact) ?? LABELS.get(compact.replace(UNIT, ''));
  if (found === undefined) return null;
  return 'amount' in found ? { ...found, unit } : found;
}

import { halfWidth, type TreasuryField } from '@jixiao/domain';
import type { DeliveryBasis } from '../../persistence/treasury-delivery.entity.js';

export type AmountUnit = 'wan' | 'yuan';

/** What a column says besides amounts. */
export type PlainColumn = 'code' | 'name' | 'month' | 'date';

/** A column of amounts, with what its label tells of them. */
export interface AmountColumn {
  readonly field: TreasuryField;
  /** Null where the label states no unit. */
  readonly unit: AmountUnit | null;
  /** Null where the label does not tell whether the amounts are cumulative. */
  readonly basis: DeliveryBasis | null;
  /** Month that the label names (`1-6月支出数`, `6月支出`); null where a column of its own does. */
  readonly month: number | null;
}

export type HeaderCell = { readonly plain: PlainColumn } | { readonly amount: AmountColumn };

const PLAIN: Readonly<Record<PlainColumn, readonly string[]>> = {
  code: ['项目编码', '项目代码', '预算项目编码', '预算项目代码', 'projectcode', 'code'],
  name: ['项目名称', '项目', '预算项目', 'projectname', 'project', 'name'],
  month: ['月份', '月', '年月', '期间', '会计期间', '会计月份', '截至月份', 'month', 'period'],
  date: ['日期', '支付日期', '付款日期', '凭证日期', '记账日期', '支付时间', '清算日期', 'date', 'paidon'],
};

const AMOUNTS: Readonly<Record<TreasuryField, readonly string[]>> = {
  expenditureFen: [
    ...['支出', '支出数', '支出金额', '支出合计', '实际支出', '执行', '执行数', '执行金额'],
    ...['支付', '支付数', '支付金额', '付款金额', '金额', 'expenditure', 'spent', 'paid', 'amount'],
  ],
  fiscalFen: [
    ...['财政资金', '财政资金支出', '财政拨款', '财政拨款支出', '一般公共预算拨款', '本年一般公共预算拨款'],
    ...['fiscal', 'fiscalfunds'],
  ],
  otherFen: ['其他资金', '其他资金支出', 'other', 'otherfunds'],
  releasedFen: ['下达', '下达数', '下达金额', '资金下达', '资金下达数', '指标下达数', 'released'],
  receivedFen: ['到位', '到位数', '到位金额', '资金到位', '资金到位数', 'received'],
};

const PLAIN_OF = new Map(Object.entries(PLAIN).flatMap(([column, labels]) => labels.map((label) => [label, column])));
const FIELD_OF = new Map(Object.entries(AMOUNTS).flatMap(([field, labels]) => labels.map((label) => [label, field])));

const UNIT = /[(\[]?(?:单位[::]?)?(万元|万|wan|元|yuan)[)\]]?$/;
const CUMULATIVE_TO = /^1(?:月)?[-~至到—](\d{1,2})月(?:份|底)?(?:累计)?/;
const OF_MONTH = /^(\d{1,2})月(?:份)?/;
const CUMULATIVE = /^(?:本年累计|年初至今|截至本月|累计|cumulative)|(?:累计数?|cumulative)$/;
const MONTHLY = /^(?:本月|当月|本期|monthly)/;
const PART = /^其中[::]?/;

/** Reads one header label (`1-6月支出数（万元）`, `本月下达数(元)`, `Expenditure (yuan)`); null where it names no known column. */
export function readHeader(text: string): HeaderCell | null {
  const compact = halfWidth(text).toLowerCase().replace(/[\s_]/g, '');
  const plain = PLAIN_OF.get(compact) as PlainColumn | undefined;
  if (plain !== undefined) return { plain };
  const unit = unitOf(compact);
  const label = (unit === null ? compact : compact.replace(UNIT, '')).replace(PART, '');
  const { basis, month, rest } = timeOf(label);
  const field = FIELD_OF.get(rest.replace(PART, '')) as TreasuryField | undefined;
  return field === undefined ? null : { amount: { field, unit, basis, month } };
}

/** The unit that a label or a line such as `单位：万元` states; null where it states none. */
export function unitOf(text: string): AmountUnit | null {
  const unit = UNIT.exec(halfWidth(text).toLowerCase().replace(/\s/g, ''))?.[1];
  if (unit === undefined) return null;
  return unit === '元' || unit === 'yuan' ? 'yuan' : 'wan';
}

function timeOf(label: string): { basis: DeliveryBasis | null; month: number | null; rest: string } {
  const upTo = CUMULATIVE_TO.exec(label);
  if (upTo !== null) return { basis: 'cumulative', month: monthOf(upTo[1]), rest: label.replace(CUMULATIVE_TO, '') };
  const single = OF_MONTH.exec(label);
  if (single !== null) return { basis: 'monthly', month: monthOf(single[1]), rest: label.replace(OF_MONTH, '') };
  if (CUMULATIVE.test(label)) return { basis: 'cumulative', month: null, rest: label.replace(CUMULATIVE, '') };
  if (MONTHLY.test(label)) return { basis: 'monthly', month: null, rest: label.replace(MONTHLY, '') };
  return { basis: null, month: null, rest: label };
}

function monthOf(digits: string | undefined): number | null {
  const month = Number(digits);
  return month >= 1 && month <= 12 ? month : null;
}

import type { Messages } from '../../platform/http/message-catalogue.js';

/** Refusals of treasury deliveries, as a whole or row by row. */
const refusals: Messages = {
  'treasury-refused': {
    zh: '“{file}”有 {issues} 行有误，全部未保存。',
    en: 'Nothing of “{file}” was saved; rows at fault: {issues}.',
  },
  'coverage-missing': {
    zh: '按月的金额须说明数据覆盖的月份（从几月到几月）。',
    en: 'Monthly amounts need the months that they cover (from and to).',
  },
  'coverage-order': {
    zh: '覆盖月份的起点 {from} 月晚于终点 {to} 月。',
    en: 'The coverage begins in month {from}, after its end in month {to}.',
  },
  'month-outside-coverage': {
    zh: '{month} 月不在数据覆盖的 {from}—{to} 月之内。',
    en: 'Month {month} is outside the covered months {from} to {to}.',
  },
  'earlier-months-missing': {
    zh: '从 {from} 月起的金额需要截至 {month} 月的累计数，但还没有：请提供 1 月以来的数据，或先提供累计数。',
    en: 'Amounts from month {from} on need the cumulative figure of month {month}, which is not there: deliver from January, or that figure first.',
  },
  'figure-missing': { zh: '这一行没有任何金额。', en: 'The row gives no figure.' },
  'figure-twice': {
    zh: '项目 {code} 的 {month} 月出现了两次。',
    en: 'Month {month} of project {code} is given twice.',
  },
  'figure-negative': {
    zh: '累计数 {amountWan} 万元为负数。',
    en: 'The cumulative figure {amountWan} (10,000 yuan) is negative.',
  },
  'project-rows-refused': {
    zh: '同一项目的其他行有误，按月金额无法累计。',
    en: 'Another row of the same project is at fault, so its months cannot be summed.',
  },
};

/** What can be wrong with a file of treasury figures. */
const files: Messages = {
  'treasury-header-missing': {
    zh: '文件 {file} 中没有找到表头：应有“项目编码”和至少一列金额（支出数、财政资金、下达数、到位数等）。',
    en: '{file} has no header: a project code and at least one amount (expenditure, fiscal, released, received …) are needed.',
  },
  'treasury-empty': { zh: '文件 {file} 中没有任何金额。', en: 'The file {file} holds no figure.' },
  'too-many-figures': {
    zh: '一个文件最多 {limit} 个项目月份，请分开上传。',
    en: 'A file holds at most {limit} projects and months; divide it.',
  },
  'basis-missing': {
    zh: '看不出金额是累计数还是单月数：请选择，或在表头写明“累计支出”“本月支出”。',
    en: 'The file does not say whether its amounts are cumulative or of single months: choose, or say so in the header.',
  },
  'basis-mixed': {
    zh: '表头中既有累计数又有单月数，请分成两个文件。',
    en: 'The header has cumulative and monthly amounts; divide them into two files.',
  },
  'basis-contradicts': {
    zh: '所选的口径与表头不符：表头写明的是另一种（累计或单月）。',
    en: 'The header says otherwise than what was chosen (cumulative or of single months).',
  },
  'code-missing': { zh: '缺少项目编码。', en: 'The project code is missing.' },
  'month-missing': { zh: '缺少月份。', en: 'The month is missing.' },
  'month-unreadable': { zh: '无法识别月份“{text}”。', en: 'The month “{text}” could not be read.' },
  'month-other-year': {
    zh: '“{text}”不在 {year} 年内。',
    en: '“{text}” is not in the year {year}.',
  },
};

/** Remarks that do not hinder taking a figure. */
const warnings: Messages = {
  'expenditure-below-earlier': {
    zh: '{month} 月累计支出 {valueWan} 万元低于 {otherMonth} 月的 {otherWan} 万元（有退款时属正常）。',
    en: 'Expenditure to month {month}, {valueWan} (10,000 yuan), is below {otherWan} of month {otherMonth} (right where money was refunded).',
  },
  'expenditure-above-later': {
    zh: '{month} 月累计支出 {valueWan} 万元高于已有的 {otherMonth} 月 {otherWan} 万元，请核对后面的月份。',
    en: 'Expenditure to month {month}, {valueWan} (10,000 yuan), is above {otherWan} of the later month {otherMonth}; check the later ones.',
  },
  'released-below-earlier': {
    zh: '{month} 月累计下达 {valueWan} 万元低于 {otherMonth} 月的 {otherWan} 万元。',
    en: 'Released to month {month}, {valueWan} (10,000 yuan), is below {otherWan} of month {otherMonth}.',
  },
  'received-below-earlier': {
    zh: '{month} 月累计到位 {valueWan} 万元低于 {otherMonth} 月的 {otherWan} 万元。',
    en: 'Received to month {month}, {valueWan} (10,000 yuan), is below {otherWan} of month {otherMonth}.',
  },
  'received-over-released': {
    zh: '到位数 {valueWan} 万元大于下达数 {limitWan} 万元。',
    en: 'More was received, {valueWan} (10,000 yuan), than released, {limitWan}.',
  },
  'spent-over-received': {
    zh: '支出数 {valueWan} 万元大于到位数 {limitWan} 万元。',
    en: 'More was spent, {valueWan} (10,000 yuan), than received, {limitWan}.',
  },
};

export const treasuryMessages: Messages = { ...refusals, ...files, ...warnings };

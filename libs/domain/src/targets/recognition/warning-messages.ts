import { wanFromFen } from '../../kernel/money.js';
import type { Problem } from '../../kernel/result.js';

type Params = NonNullable<Problem['params']>;
interface Sentences {
  readonly zh: string;
  readonly en: string;
}

/**
 * The sentence of every remark about a document of targets, by its code. `{name}` takes a parameter;
 * `{nameFen}` takes an amount in 分 and shows 万元.
 */
const SENTENCES: Readonly<Record<string, Sentences>> = {
  'year-unknown': {
    zh: '看不出是哪个年度的绩效目标，请指定预算年度。',
    en: 'Nothing tells which budget year the targets are for; please name the year.',
  },
  'year-differs': {
    zh: '按指定的 {year} 年导入，但文件看起来是 {yearInferred} 年的。',
    en: 'Taken in for {year} as asked, but the document looks like one for {yearInferred}.',
  },
  'budgeting-unit-missing': {
    zh: '文件中没有预算单位的编码和名称。',
    en: 'The document names no budgeting unit.',
  },
  'several-units': {
    zh: '文件中不止一个预算单位：{unit}、{other}。',
    en: 'The document names more than one budgeting unit: {unit}, {other}.',
  },
  'duplicate-project': {
    zh: '项目“{name}”在文件中已经出现过（{first}），编码或名称相同。',
    en: 'The project “{name}” stands in the document already ({first}), by code or by name.',
  },
  'duplicate-indicator': {
    zh: '指标“{name}”在同一二级指标下出现两次（前一次在 {first}）。',
    en: 'The indicator “{name}” stands twice under the same level 2 (first at {first}).',
  },
  'empty-table': {
    zh: '空表：“{heading}”没有填写任何内容，未作为项目读入。',
    en: 'An empty form: nothing is filled in under “{heading}”, so it is not taken as a project.',
  },
  'heading-without-table': {
    zh: '标题“{heading}”下面没有绩效目标表，文件可能不完整。',
    en: 'No target table follows the heading “{heading}”; the document may be cut off.',
  },
  'more-warnings': {
    zh: '另有 {count} 条提示未逐条列出。',
    en: '{count} further warnings are not listed one by one.',
  },
  'name-missing': { zh: '项目名称为空，表上方也没有标题。', en: 'The project has neither a name nor a heading.' },
  'name-from-heading': {
    zh: '项目名称为空，按标题取为“{heading}”。',
    en: 'The name cell is blank; the name “{heading}” is taken from the heading.',
  },
  'heading-differs': {
    zh: '标题“{heading}”与项目名称“{name}”不一致，以项目名称为准。',
    en: 'The heading “{heading}” differs from the project name “{name}”; the name cell counts.',
  },
  'classified-project': {
    zh: '该项目标有密级或涉密字样，涉密项目不得导入本系统。',
    en: 'The project is marked as classified; classified projects must not be taken into this system.',
  },
  'project-code-malformed': {
    zh: '项目编码“{code}”的格式不对（应为 8 位数字加 13 位数字或大写字母），未采用。',
    en: 'The project code “{code}” is malformed (8 digits, then 13 digits or capital letters); it is not used.',
  },
  'project-code-check-mismatch': {
    zh: '项目编码“{code}”的校验位应为 {expected}，请核对是否抄错。',
    en: 'The check character of the project code “{code}” should be {expected}; please check for a slip.',
  },
  'budget-missing': { zh: '没有预算数，请补充。', en: 'The budget is missing; please supply it.' },
  'budget-parts-differ': {
    zh: '预算数 {budgetFen} 万元与财政资金、其他资金合计 {partsFen} 万元不相等。',
    en: 'The budget of {budgetFen} (万元) differs from the sum of its funds, {partsFen}.',
  },
  'money-unit-assumed': {
    zh: '金额“{text}”没有注明单位，按万元读入。',
    en: 'The amount “{text}” has no unit; it is taken as 万元.',
  },
  'schedule-missing': {
    zh: '没有填写资金支出计划，暂按序时进度（每月十二分之一）监控，请补报计划。',
    en: 'There is no spend schedule; straight-line progress is used until a plan is supplied.',
  },
  'schedule-wrong-count': {
    zh: '资金支出计划应有 {expected} 个比例，实际 {found} 个（{printed}），该计划未采用。',
    en: 'The spend schedule should have {expected} percentages but has {found} ({printed}); it is not used.',
  },
  'schedule-wrong-months': {
    zh: '资金支出计划的月份有误（{months}），该计划未采用。',
    en: 'The months of the spend schedule are wrong ({months}); it is not used.',
  },
  'schedule-unreadable': {
    zh: '资金支出计划中有无法识别的比例（{printed}），该计划未采用。',
    en: 'The spend schedule holds something that is no percentage ({printed}); it is not used.',
  },
  'schedule-out-of-range': {
    zh: '资金支出计划的比例应在 0 到 100 之间（{printed}），该计划未采用。',
    en: 'The percentages of a spend schedule lie between 0 and 100 ({printed}); it is not used.',
  },
  'schedule-decreasing': {
    zh: '资金支出计划应为累计比例，不能下降（{printed}），该计划未采用。',
    en: 'A cumulative spend schedule cannot decrease ({printed}); it is not used.',
  },
  'schedule-last-not-100': {
    zh: '资金支出计划的最后一个比例应为 100%（{printed}），该计划未采用。',
    en: 'The last percentage of a spend schedule must be 100 ({printed}); it is not used.',
  },
  'schedule-looks-non-cumulative': {
    zh: '资金支出计划（{printed}）看起来是分段比例而不是累计比例，是否换算为 {converted}？换算前未采用。',
    en: 'The spend schedule ({printed}) looks like shares, not running totals; convert it to {converted}? Not used until then.',
  },
  'schedule-low-late': {
    zh: '资金支出计划到 {month} 月底只有 {percent}%，低于 {expected}%，请核对。',
    en: 'The spend schedule reaches only {percent}% by month {month}, below {expected}%; please check.',
  },
  'amount-negative': {
    zh: '金额不能为负数：“{text}”，未采用。',
    en: 'An amount cannot be negative: “{text}”; it is not used.',
  },
  'amount-too-large': { zh: '金额过大：“{text}”，未采用。', en: 'The amount “{text}” is too large; it is not used.' },
  'amount-too-precise': {
    zh: '金额“{text}”精确到了一分以下，未采用。',
    en: 'The amount “{text}” is finer than one 分; it is not used.',
  },
  'amount-unreadable': {
    zh: '无法识别金额“{text}”，未采用。',
    en: 'The amount “{text}” cannot be read; it is not used.',
  },
  'indicators-missing': { zh: '没有读到任何绩效指标。', en: 'No indicator was found.' },
  'indicator-incomplete': {
    zh: '指标不完整，缺少名称或指标值：“{text}”，未作为指标读入。',
    en: 'An incomplete indicator without name or target value: “{text}”; it is not taken as an indicator.',
  },
  'indicator-blank': { zh: '指标行没有填写：“{text}”。', en: 'An indicator row is not filled in: “{text}”.' },
  'level1-missing': {
    zh: '指标没有一级指标，按二级指标归类：“{text}”。',
    en: 'The indicator has no level 1; it is placed by its level 2: “{text}”.',
  },
  'unit-missing': {
    zh: '指标“{name}”的指标值“{value}”没有计量单位。',
    en: 'The target value “{value}” of “{name}” has no unit.',
  },
  'value-missing': { zh: '指标“{name}”没有指标值。', en: 'The indicator “{name}” has no target value.' },
  'value-is-range': {
    zh: '指标“{name}”的指标值“{value}”是一个范围（{from} 至 {to}），请核对读法。',
    en: 'The target value “{value}” of “{name}” is a range ({from} to {to}); please check how it was read.',
  },
  'value-says-more': {
    zh: '指标“{name}”的指标值“{value}”中还有别的数字，请核对读法。',
    en: 'The target value “{value}” of “{name}” holds further figures; please check how it was read.',
  },
  'value-unreadable': {
    zh: '指标“{name}”的指标值“{value}”无法识别为数值，按定性指标处理。',
    en: 'The target value “{value}” of “{name}” cannot be read as a number; it is taken as qualitative.',
  },
  'value-is-error': {
    zh: '指标“{name}”的指标值“{value}”是电子表格的错误值，不是指标值，请改正原表或补充指标值。',
    en: 'The target value “{value}” of “{name}” is an error of the spreadsheet, not a target; please correct it.',
  },
  'date-without-year': {
    zh: '指标“{name}”的日期“{value}”没有年份，且年度未知。',
    en: 'The date “{value}” of “{name}” has no year, and the year of the document is unknown.',
  },
  'date-impossible': {
    zh: '指标“{name}”的日期“{value}”不存在。',
    en: 'The date “{value}” of “{name}” does not exist.',
  },
  'direction-doubtful-at-least': {
    zh: '指标“{name}”越低越好，却写成“≥”，请核对方向；确认之前不亮灯。',
    en: '“{name}” is better when low but has “≥”; please check. It gets no light until that is settled.',
  },
  'direction-doubtful-at-most': {
    zh: '指标“{name}”越高越好，却写成“≤”，请核对方向；确认之前不亮灯。',
    en: '“{name}” is better when high but has “≤”; please check. It gets no light until that is settled.',
  },
  'percent-of-time': {
    zh: '指标“{name}”名称是时间，指标值却是百分比，请核对。',
    en: '“{name}” names a time but its target is a percentage; please check.',
  },
  'met-by-doing-nothing': {
    zh: '数量指标“{name}”用“≤”，不开展工作也能达标，请核对。',
    en: 'The quantity “{name}” has “≤”: doing nothing meets it; please check.',
  },
  'execution-rate-counted-twice': {
    zh: '预算执行率在自评中另有分值，作为指标“{name}”会重复计分。',
    en: 'Self-evaluation gives the execution rate points of its own; as the indicator “{name}” it counts twice.',
  },
  'duration-without-operator': {
    zh: '指标“{name}”是时长但没有写“≤”或“≥”，按“不少于”理解，请核对。',
    en: 'The duration “{name}” has no operator and is read as a minimum; please check.',
  },
  'cost-not-budget': {
    zh: '成本指标合计 {costs} 万元，与预算数 {budget} 万元不相等。',
    en: 'The cost targets add up to {costs} (万元), not to the budget of {budget}.',
  },
  'price-times-quantity-not-budget': {
    zh: '单价乘以数量为 {costs} 万元，与预算数 {budget} 万元不相等。',
    en: 'Unit price times quantity gives {costs} (万元), not the budget of {budget}.',
  },
  'project-cells-differ': {
    zh: '同一项目各行的“{label}”不一致：“{first}”与“{other}”，以前面的为准，请核对。',
    en: 'The rows of the project print different values for {label}: “{first}” and “{other}”; the first one counts.',
  },
  'operator-unreadable': {
    zh: '指标“{name}”的运算符“{text}”无法识别，未采用。',
    en: 'The operator “{text}” of “{name}” is not known; it is not used.',
  },
  'operator-without-number': {
    zh: '指标“{name}”的运算符“{text}”后面没有数值（“{value}”），按定性指标处理，请核对。',
    en: 'The operator “{text}” of “{name}” has no number behind it (“{value}”); it is taken as qualitative. Please check.',
  },
  'operator-contradicts-value': {
    zh: '指标“{name}”的运算符一栏为“{text}”，与指标值“{value}”中的不一致，以指标值为准，请核对。',
    en: 'The operator “{text}” of “{name}” differs from the one in its value “{value}”; the value counts. Please check.',
  },
  'unit-contradicts-value': {
    zh: '指标“{name}”的计量单位一栏为“{text}”，与指标值“{value}”中的不一致，以指标值为准，请核对。',
    en: 'The unit “{text}” of “{name}” differs from the one in its value “{value}”; the value counts. Please check.',
  },
  'direction-unreadable': {
    zh: '指标“{name}”的指标方向“{text}”无法识别，未采用。',
    en: 'The direction “{text}” of “{name}” is not known; it is not used.',
  },
  'direction-contradicts-operator': {
    zh: '指标“{name}”的指标方向与指标值“{text}”的运算符相反，以运算符为准，请核对。',
    en: 'The direction of “{name}” contradicts the operator of “{text}”; the operator counts. Please check.',
  },
  'qualitative-with-number': {
    zh: '指标“{name}”标为定性指标，指标值“{text}”却是数值，按定性指标处理，请核对。',
    en: '“{name}” is marked as qualitative but its target “{text}” is a number; it is taken as qualitative. Please check.',
  },
  'fraction-of-percent': {
    zh: '指标“{name}”的指标值“{text}”不超过 1%，是否把百分数录成了小数？请核对。',
    en: 'The target “{text}” of “{name}” is at most 1%; was a fraction entered for a percentage? Please check.',
  },
  'weight-unreadable': {
    zh: '指标“{name}”的权重“{text}”无法识别，未采用。',
    en: 'The weight “{text}” of “{name}” cannot be read; it is not used.',
  },
  'unrecognised-row': { zh: '无法识别的一行：“{text}”。', en: 'A row that was not understood: “{text}”.' },
  'unrecognised-cell': { zh: '无法识别的单元格：“{text}”。', en: 'A cell that was not understood: “{text}”.' },
  'unrecognised-column': {
    zh: '指标表中的“{text}”一列未读入。',
    en: 'The column “{text}” of the indicator table is not taken in.',
  },
  'unrecognised-text': { zh: '无法识别的文字：“{text}”。', en: 'A text that was not understood: “{text}”.' },
  'repeated-field': {
    zh: '同一栏目重复出现，以前一个为准，未采用“{text}”。',
    en: 'A field is printed twice; the first one counts and “{text}” is not used.',
  },
};

/** The sentence of a remark in the reader's language; a code without a sentence of its own still says what it is. */
export function warningMessage(code: string, params: Params, locale: 'zh' | 'en'): string {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]?.[locale] : undefined;
  if (sentence === undefined) return locale === 'zh' ? `请核对（${code}）。` : `Please check (${code}).`;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => shown(key, params[key] ?? null));
}

/** Codes that have a sentence. */
export const warningCodes: readonly string[] = Object.keys(SENTENCES);

function shown(key: string, value: string | number | null): string {
  if (value === null) return '—';
  return key.endsWith('Fen') && typeof value === 'number' ? wanFromFen(value) : String(value);
}

/** A row of a target table that says what stands in or below it. */
export type Field =
  | 'unit'
  | 'department'
  | 'code'
  | 'name'
  | 'secrecy'
  | 'budgetSection'
  | 'budget'
  | 'fiscalFunds'
  | 'otherFunds'
  | 'purpose'
  | 'schedule'
  | 'goals';

const FIELD_LABELS: Readonly<Record<string, Field>> = {
  预算单位: 'unit',
  单位名称: 'unit',
  项目单位: 'unit',
  实施单位: 'unit',
  填报单位: 'unit',
  主管部门: 'department',
  主管部门及代码: 'department',
  主管部门名称: 'department',
  项目编码: 'code',
  项目代码: 'code',
  项目编号: 'code',
  项目名称: 'name',
  密级: 'secrecy',
  项目密级: 'secrecy',
  涉密等级: 'secrecy',
  是否涉密: 'secrecy',
  预算规模及资金用途: 'budgetSection',
  预算规模和资金用途: 'budgetSection',
  预算规模与资金用途: 'budgetSection',
  项目资金: 'budgetSection',
  项目资金情况: 'budgetSection',
  资金情况: 'budgetSection',
  预算数: 'budget',
  年初预算数: 'budget',
  预算金额: 'budget',
  预算总额: 'budget',
  预算规模: 'budget',
  项目预算: 'budget',
  资金总额: 'budget',
  年度资金总额: 'budget',
  财政资金: 'fiscalFunds',
  财政拨款: 'fiscalFunds',
  财政性资金: 'fiscalFunds',
  当年财政拨款: 'fiscalFunds',
  本年财政拨款: 'fiscalFunds',
  一般公共预算拨款: 'fiscalFunds',
  本年一般公共预算拨款: 'fiscalFunds',
  其他资金: 'otherFunds',
  其它资金: 'otherFunds',
  资金用途: 'purpose',
  主要用途: 'purpose',
  用途: 'purpose',
  绩效目标: 'goals',
  年度目标: 'goals',
  总体目标: 'goals',
  年度总体目标: 'goals',
  年度绩效目标: 'goals',
  总体绩效目标: 'goals',
  项目绩效目标: 'goals',
};

/** Level-1 names under any printed form, and today's name of each. */
const LEVEL1_NAMES: Readonly<Record<string, string>> = {
  成本: '成本指标',
  成本指标: '成本指标',
  产出: '产出指标',
  产出指标: '产出指标',
  效果: '效益指标',
  效果指标: '效益指标',
  效益: '效益指标',
  效益指标: '效益指标',
  满意度: '满意度指标',
  满意度指标: '满意度指标',
};

/** Where a level-2 name belongs when the table does not print its level 1. */
const LEVEL1_OF_LEVEL2: Readonly<Record<string, string>> = {
  数量: '产出指标',
  质量: '产出指标',
  时效: '产出指标',
  成本: '产出指标',
  经济效益: '效益指标',
  社会效益: '效益指标',
  生态效益: '效益指标',
  可持续影响: '效益指标',
  服务对象满意度: '满意度指标',
  满意度: '满意度指标',
};

/** Longer texts are never labels; they are not even normalised. */
const LONGEST_LABEL = 40;

/** A text as labels are compared: half-width, without any white space (labels are split over lines), no final colon. */
export function labelText(text: string): string {
  if (text.length > LONGEST_LABEL) return '';
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '');
}

/** A label without what forms add to it: 其中: in front, a unit or a remark in brackets behind. */
export const bareLabel = (label: string): string => label.replace(/^其中:/, '').replace(/\([^()]*\)$/, '');

/** The field a cell announces, or null where it is no label. */
export function fieldOf(text: string): Field | null {
  const label = bareLabel(labelText(text));
  if (/^(项目)?(资金)?(支出|用款|使用)计划$/.test(label)) return 'schedule';
  return Object.hasOwn(FIELD_LABELS, label) ? (FIELD_LABELS[label] ?? null) : null;
}

/** Unit of money that a label carries in brackets: 预算数（元）. */
export function moneyUnitOfLabel(text: string): 'wan' | 'yuan' | null {
  return moneyUnit(/\(((?:单位:)?(?:万|亿)?元)\)$/.exec(labelText(text))?.[1] ?? '');
}

/** Unit of money that a line announces for a table: 单位：万元. */
export function moneyUnitLine(text: string): 'wan' | 'yuan' | null {
  const label = labelText(text).replace(/^\((.*)\)$/, '$1');
  return /^(金额)?单位:/.test(label) ? moneyUnit(label.replace(/^金额/, '')) : null;
}

function moneyUnit(label: string): 'wan' | 'yuan' | null {
  const unit = label.replace(/^单位:/, '').replace(/^人民币/, '');
  if (unit === '万元') return 'wan';
  return unit === '元' ? 'yuan' : null;
}

/** Today's name of a level 1 (效果指标 → 效益指标), or null where the text is none. */
export function level1Name(text: string): string | null {
  const label = labelText(text);
  return Object.hasOwn(LEVEL1_NAMES, label) ? (LEVEL1_NAMES[label] ?? null) : null;
}

/** True for the usual level-2 names, with or without 指标 behind. */
export function isLevel2Name(text: string): boolean {
  const label = labelText(text);
  return label.endsWith('指标') || level1OfLevel2(label) !== null;
}

/** The level 1 that a usual level-2 name belongs to, or null. */
export function level1OfLevel2(text: string): string | null {
  const label = labelText(text).replace(/指标$/, '');
  return Object.hasOwn(LEVEL1_OF_LEVEL2, label) ? (LEVEL1_OF_LEVEL2[label] ?? null) : null;
}

/** Checkpoint month of a schedule column: `6月底`, `6 月末`, `1-6月`; null where the text names none. */
export function checkpointMonth(text: string): number | null {
  const month = /^(?:1[-~至])?(\d{1,2})月(?:底|末|份)?(?:\(.*\))?$/.exec(labelText(text))?.[1];
  const number = Number(month ?? 0);
  return number >= 1 && number <= 12 ? number : null;
}

/** True for the heading of a project's table. */
export const isTableHeading = (text: string): boolean =>
  text.length <= 200 &&
  /绩效目标(?:申报|批复|公开|情况)?表(?:[(（][^()（）]{0,20}[)）])?$/.test(text.replace(/\s+/g, ''));

/**
 * A project's name as its heading prints it: without ordinal, 绩效目标表 and the word 项目 before that. Empty for the title
 * of a form that names no project, with or without who publishes it: 2024年度项目支出绩效目标表, 某县2024年部门预算项目绩效目标表.
 */
export function nameInHeading(heading: string): string {
  const name = heading
    .replace(/\s+/g, '')
    .replace(/^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]\s*/, '')
    .replace(/^[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]/, '')
    .replace(/(?:项目)?(?:支出)?绩效目标(?:申报|批复|公开|情况)?表(?:[(（][^()（）]{0,20}[)）])?$/, '');
  return /^(?:.{0,30}20\d\d年度?)?(?:部门|单位|县级|市级|省级|本级)?(?:预算)?$/.test(name) ? '' : name;
}

export interface UnitLine {
  readonly code: string;
  readonly name: string;
}

/** A budgeting unit as table heads print it: `336001某某法院`, `776001-某某局`, `[017]某某局`. */
export function unitLine(text: string): UnitLine | null {
  if (text.length > 100) return null;
  const line = text.replace(/^(?:预算)?单位[:：]/, '').trim();
  const match = /^(?:[[［【]\s*(\d{3,12})\s*[\]］】]|(\d{3,12}))\s*[-－—–_]?\s*(.*)$/su.exec(line);
  const code = match?.[1] ?? match?.[2];
  const name = (match?.[3] ?? '').replace(/\s+/g, '');
  if (code === undefined || !/^[\u4e00-\u9fff]{2}/u.test(name) || /^(年|月|日|万|元|个|人|件|次)/.test(name))
    return null;
  return { code, name };
}

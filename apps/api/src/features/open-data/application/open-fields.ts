import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { OpenProject } from '../http/open-data.dto.js';

/** Everything that is disclosed of a project, in the order of the columns, and what a column is called. */
const COLUMNS: Readonly<Record<keyof OpenProject, Readonly<Record<Locale, string>>>> = {
  code: { zh: '项目编码', en: 'code' },
  name: { zh: '项目名称', en: 'name' },
  unitCode: { zh: '实施单位编码', en: 'unit_code' },
  unitName: { zh: '实施单位', en: 'unit_name' },
  departmentCode: { zh: '主管部门编码', en: 'department_code' },
  departmentName: { zh: '主管部门', en: 'department_name' },
  year: { zh: '年度', en: 'year' },
  month: { zh: '截至月份', en: 'month' },
  budgetFen: { zh: '预算数（分）', en: 'budget_fen' },
  expenditureFen: { zh: '执行数（分）', en: 'expenditure_fen' },
  executionRate: { zh: '执行率（%）', en: 'execution_rate' },
  light: { zh: '灯', en: 'light' },
  spendLight: { zh: '资金灯', en: 'spend_light' },
  goalLight: { zh: '目标灯', en: 'goal_light' },
  reason: { zh: '原因代码', en: 'reason' },
  explanation: { zh: '说明', en: 'explanation' },
  points: { zh: '自评得分', en: 'points' },
  grade: { zh: '自评等级', en: 'grade' },
};

export const OPEN_FIELDS = Object.keys(COLUMNS) as readonly (keyof OpenProject)[];

export const columnNames = (locale: Locale): readonly string[] => OPEN_FIELDS.map((field) => COLUMNS[field][locale]);

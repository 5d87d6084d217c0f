import type { Fen } from '../kernel/money.js';
import type { EvaluationFunds, FormData, FormKind, FormPoints, MonitoringFunds } from './form-data.js';
import type { FundsColumn, FundsRow } from './form-labels.js';
import type { ReadIndicator } from './read-indicator-row.js';

export type ReadFunds = Record<FundsRow, Partial<Record<FundsColumn, Fen | null>>>;

interface ReadForm {
  readonly head: Readonly<Partial<Record<string, string>>>;
  readonly funds: ReadFunds;
  readonly indicators: readonly ReadIndicator[];
  readonly total: FormPoints;
  readonly period: { readonly year: number; readonly month: number };
}

const DEPARTMENT_CODE = /^(.*?)[\s([]*([0-9A-Z]{3,24})[)\]]*$/s;

/** Puts together what was read, in the shape that the form was filled from. */
export function formData(form: FormKind, { head, funds, indicators, total, period }: ReadForm): FormData {
  const department = departmentOf(head['department']);
  const shared = {
    year: period.year,
    projectName: head['projectName'] ?? '',
    projectCode: head['projectCode'] ?? null,
    departmentName: department.name,
    departmentCode: department.code,
    unitName: head['unitName'] ?? '',
    unitCode: null,
    goals: (head['expectedGoals'] ?? head['goals'] ?? '').split('\n').filter((goal) => goal !== ''),
    filledBy: head['filledBy'] ?? null,
    reviewedBy: head['reviewedBy'] ?? null,
    filledOn: head['filledOn'] ?? null,
    verificationCode: head['verificationCode'] ?? null,
  };
  if (form === 'monitoring') {
    return {
      ...shared,
      form,
      month: period.month,
      funds: {
        total: monitoringFunds(funds.total),
        fiscal: monitoringFunds(funds.fiscal),
        other: monitoringFunds(funds.other),
      },
      indicators: indicators.map(
        ({ level1, level2, name, target, result, expected, reasons, reasonNote, likelihood, note }) => ({
          ...{ level1, level2, name, target, result, expected, reasons, reasonNote, likelihood, note },
        }),
      ),
    };
  }
  return {
    ...shared,
    form,
    funds: {
      total: evaluationFunds(funds.total),
      fiscal: evaluationFunds(funds.fiscal),
      carriedOver: evaluationFunds(funds.carriedOver),
      other: evaluationFunds(funds.other),
    },
    execution: { weight: funds.total.weight ?? null, points: funds.total.points ?? null },
    goalResult: head['goalResult'] ?? null,
    indicators: indicators.map(({ level1, level2, name, target, result, weight, points, explanation }) => ({
      ...{ level1, level2, name, target, result, weight, points, explanation },
    })),
    total,
    grade: null,
  };
}

type Columns = Partial<Record<FundsColumn, Fen | null>>;

/** Where the column 调整后预算数 is not printed, the initial budget is in force. */
const monitoringFunds = (columns: Columns): MonitoringFunds => ({
  initialBudgetFen: columns.initialBudgetFen ?? null,
  adjustedBudgetFen: ('adjustedBudgetFen' in columns ? columns.adjustedBudgetFen : columns.initialBudgetFen) ?? null,
  expenditureFen: columns.expenditureFen ?? null,
  expectedFullYearFen: columns.expectedFullYearFen ?? null,
});

const evaluationFunds = (columns: Columns): EvaluationFunds => ({
  initialBudgetFen: columns.initialBudgetFen ?? null,
  fullYearBudgetFen: columns.fullYearBudgetFen ?? null,
  expenditureFen: columns.expenditureFen ?? null,
});

/** `青澜县司法局 772`: the name and the code of a department. */
function departmentOf(text: string | undefined): { readonly name: string | null; readonly code: string | null } {
  if (text === undefined) return { name: null, code: null };
  const [, name, code] = DEPARTMENT_CODE.exec(text.normalize('NFKC')) ?? [];
  return name === undefined || name.trim() === '' || code === undefined
    ? { name: text, code: null }
    : { name: name.trim(), code };
}

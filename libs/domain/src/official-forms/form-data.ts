import type { Fen } from '../kernel/money.js';
import type { Likelihood, Reason } from '../reporting/report-types.js';

/** The official forms of a project (R29): 项目支出绩效目标执行监控表 (136号) and 项目支出绩效自评表 (10号). */
export const FORM_KINDS = ['monitoring', 'selfEvaluation'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What both forms print. Null is a blank cell everywhere, never a zero. */
interface FormHead {
  readonly year: number;
  readonly projectName: string;
  readonly projectCode: string | null;
  readonly departmentName: string | null;
  readonly departmentCode: string | null;
  readonly unitName: string;
  readonly unitCode: string | null;
  /** 年度总体目标, or 预期目标, each a paragraph. */
  readonly goals: readonly string[];
  readonly filledBy: string | null;
  readonly reviewedBy: string | null;
  /** ISO day of the form. */
  readonly filledOn: string | null;
  /** By which a paper can be checked against the system. */
  readonly verificationCode: string | null;
}

/** A row of 项目资金 of the monitoring form. */
export interface MonitoringFunds {
  readonly initialBudgetFen: Fen | null;
  /** With the adjustments up to the round's last day (R6). */
  readonly adjustedBudgetFen: Fen | null;
  readonly expenditureFen: Fen | null;
  readonly expectedFullYearFen: Fen | null;
}

/** A line of 绩效指标 of the monitoring form. */
export interface MonitoringFormIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** 年度指标值, as printed. */
  readonly target: string;
  /** 1-X月执行情况: a figure with or without its unit, 达成, a day, 未完成 or 无数据：…, as `readResultCell` reads it. */
  readonly result: string | null;
  /** 全年预计完成情况. */
  readonly expected: string | null;
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
  readonly likelihood: Likelihood | null;
  readonly note: string | null;
}

/** Everything that 项目支出绩效目标执行监控表 shows of one project in one round. */
export interface MonitoringFormData extends FormHead {
  readonly form: 'monitoring';
  /** The round's month: the X of 1-X月. */
  readonly month: number;
  readonly funds: {
    readonly total: MonitoringFunds;
    /** 本年一般公共预算拨款. */
    readonly fiscal: MonitoringFunds;
    readonly other: MonitoringFunds;
  };
  readonly indicators: readonly MonitoringFormIndicator[];
}

/** A row of 项目资金 of the self-evaluation form. */
export interface EvaluationFunds {
  readonly initialBudgetFen: Fen | null;
  /** 全年预算数. */
  readonly fullYearBudgetFen: Fen | null;
  readonly expenditureFen: Fen | null;
}

/** 分值 and 得分, with 2 places. */
export interface FormPoints {
  readonly weight: number | null;
  readonly points: number | null;
}

/** A line of 绩效指标 of the self-evaluation form. */
export interface EvaluationFormIndicator extends FormPoints {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** 年度指标值, as printed. */
  readonly target: string;
  /** 实际完成值. */
  readonly result: string | null;
  /** 偏差原因分析及改进措施. */
  readonly explanation: string | null;
}

/** Everything that 项目支出绩效自评表 shows of one project. */
export interface SelfEvaluationFormData extends FormHead {
  readonly form: 'selfEvaluation';
  readonly funds: {
    readonly total: EvaluationFunds;
    /** 当年财政拨款. */
    readonly fiscal: EvaluationFunds;
    /** 上年结转资金. */
    readonly carriedOver: EvaluationFunds;
    readonly other: EvaluationFunds;
  };
  /** 分值 and 得分 of 执行率 (R31). */
  readonly execution: FormPoints;
  /** 年度总体目标: 实际完成情况. */
  readonly goalResult: string | null;
  readonly indicators: readonly EvaluationFormIndicator[];
  /** 总分, after rescaling and caps (R38, R40). */
  readonly total: FormPoints;
  /** 优, 良, 中, 差; the shipped form has no cell for it. */
  readonly grade: string | null;
}

export type FormData = MonitoringFormData | SelfEvaluationFormData;

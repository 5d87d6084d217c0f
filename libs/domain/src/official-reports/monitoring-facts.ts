import type { AlertReason } from '../alerts/raised-alert.js';
import type { AlertKind, AlertSeverity } from '../alerts/alert-kinds.js';
import type { AlertAnswer, AlertState, OnSiteCheck, Suspension } from '../alerts/alert-life.js';
import type { Fen } from '../kernel/money.js';
import type { Light } from '../monitoring/assessment-types.js';
import type { MeasureKind, MeasureState } from '../rectification/budget-measure.js';
import type { RectificationState } from '../rectification/rectification-life.js';
import type { Likelihood, Reason } from '../reporting/report-types.js';
import type { IndicatorType } from '../targets/indicator-type.js';

/** Whose report it is: one unit, a department with what is below it, or everything below the bureau. */
export interface ReportPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'unit' | 'department' | 'county';
}

export interface StatedReason {
  readonly reasons: readonly Reason[];
  readonly note: string | null;
}

/** An indicator that is behind, or that the unit calls out of reach whatever its light (R26), with what it says of it (R24). */
export interface MissedIndicator {
  readonly id: string;
  readonly name: string;
  readonly type: IndicatorType;
  readonly light: Light;
  /** As printed. */
  readonly target: string;
  /** The result as people read it; null where there is none. */
  readonly result: string | null;
  /** Percent of the annual target with 2 places; null where there is nothing to divide. */
  readonly completion: number | null;
  readonly why: StatedReason;
  readonly likelihood: Likelihood | null;
  /** 备注: cause and measures where the target is out of reach. */
  readonly note: string | null;
}

/** A project of the round with its lights; rates percent and gaps points, 2 places. */
export interface MonitoredProject {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly exempt: boolean;
  readonly initialBudgetFen: Fen | null;
  readonly budgetFen: Fen | null;
  /** Null where it is not reported, which is not zero (R28). */
  readonly spentFen: Fen | null;
  readonly plannedFen: Fen | null;
  readonly executionRate: number | null;
  readonly plannedRate: number;
  readonly gapToPlan: number | null;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
  /** In the round before of the same year. */
  readonly previousLight: Light | null;
  readonly notReported: boolean;
  readonly mismatch: 'moneyAhead' | 'goalsAhead' | null;
  /** Why its spending deviates (R24). */
  readonly why: StatedReason;
  /** 全年预计执行数, as reported (R26). */
  readonly expectedFen: Fen | null;
  /** What the program expects (R45); null where it cannot. */
  readonly forecastFen: Fen | null;
  /** Number of indicators by light. */
  readonly indicators: Readonly<Record<Light, number>>;
  readonly missed: readonly MissedIndicator[];
}

export interface ReportedAlert {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  readonly state: AlertState;
  readonly reason: AlertReason;
  readonly answer: AlertAnswer | null;
  readonly answerText: string | null;
  readonly inTime: boolean | null;
  readonly suspension: Suspension | null;
  readonly onSiteCheck: OnSiteCheck | null;
}

export interface ReportedRectification {
  readonly id: string;
  /** Null where it is about the unit as a whole. */
  readonly projectName: string | null;
  readonly unitName: string;
  readonly finding: string;
  readonly measures: string | null;
  readonly ownerName: string | null;
  readonly deadline: string | null;
  readonly state: RectificationState;
}

/** 结果应用. */
export interface ReportedMeasure {
  readonly id: string;
  readonly projectName: string;
  readonly kind: MeasureKind;
  readonly amountFen: Fen | null;
  readonly reason: string;
  readonly state: MeasureState;
}

/** What was spent and planned by the end of a round of the year. */
export interface MonthOfYear {
  readonly month: number;
  readonly spentFen: Fen;
  readonly plannedFen: Fen;
}

/** Everything that a monitoring report is made of; JSON-safe. */
export interface MonitoringReportFacts {
  readonly place: ReportPlace;
  readonly round: {
    readonly id: string;
    readonly year: number;
    readonly month: number;
    readonly opensOn: string;
    readonly closesOn: string;
    /** Day of the lock by the calendar of China; null where it is open. */
    readonly lockedOn: string | null;
    readonly rulePack: string;
  };
  readonly projects: readonly MonitoredProject[];
  /** The rounds of the year up to this one, oldest first. */
  readonly months: readonly MonthOfYear[];
  readonly alerts: readonly ReportedAlert[];
  readonly rectifications: readonly ReportedRectification[];
  readonly measures: readonly ReportedMeasure[];
}

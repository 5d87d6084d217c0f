import type { Fen } from '../kernel/money.js';
import type { Light } from '../monitoring/assessment-types.js';
import type { EvaluationPart, EvaluationRules, Grade } from '../self-evaluation/evaluation-rules.js';
import type { EvaluatedExpenditure, EvaluationAlert } from '../self-evaluation/evaluation-types.js';
import type { ReportedMeasure, ReportedRectification, ReportPlace } from './monitoring-facts.js';

/** An indicator of a self-evaluation with what it was scored (R32–R37). */
export interface ReportedLeaf {
  readonly id: string;
  readonly name: string;
  readonly part: EvaluationPart;
  /** As printed. */
  readonly target: string;
  /** The result as people read it; null where there is none. */
  readonly result: string | null;
  readonly weight: number;
  /** Null where they are not known, or the indicator does not apply. */
  readonly points: number | null;
  readonly notApplicableWhy: string | null;
  /** 偏差原因分析及改进措施. */
  readonly explanation: string | null;
  /** Why a reviewer gave other points; null where none did. */
  readonly reviewReason: string | null;
}

/** The self-evaluation of a project, as the highest level scored it. */
export interface ReportedEvaluation {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** By finance; only what is accepted is reported for good. */
  readonly accepted: boolean;
  readonly initialFen: Fen | null;
  readonly budgetFen: Fen | null;
  readonly spentFen: Fen | null;
  readonly spentSource: EvaluatedExpenditure | null;
  /** What December's round said, where the final account replaced it. */
  readonly roundSpentFen: Fen | null;
  /** 到位数 by December; null where it was not delivered. */
  readonly receivedFen: Fen | null;
  readonly achievedGoal: string | null;
  /** Points of execution (R31). */
  readonly executionPoints: number | null;
  readonly executionWeight: number;
  readonly total: number | null;
  readonly grade: Grade | null;
  readonly leaves: readonly ReportedLeaf[];
  /** R39. */
  readonly alerts: readonly EvaluationAlert['code'][];
}

/** A sentence of a 分项目标 as December's round judged it. */
export interface ReportedGoalSentence {
  readonly id: string;
  readonly goalTitle: string;
  readonly sentence: string;
  readonly light: Light;
}

/** Everything that a self-evaluation report is made of; JSON-safe. */
export interface EvaluationReportFacts {
  readonly place: ReportPlace;
  readonly year: number;
  /** December's round, from which the evaluations were drafted. */
  readonly roundId: string;
  readonly submitBy: string;
  readonly rules: Pick<EvaluationRules, 'gradesFrom'>;
  readonly evaluations: readonly ReportedEvaluation[];
  readonly goals: readonly ReportedGoalSentence[];
  readonly rectifications: readonly ReportedRectification[];
  readonly measures: readonly (ReportedMeasure & { readonly nextYearNote: string | null })[];
}

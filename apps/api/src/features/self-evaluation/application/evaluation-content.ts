import type { IndicatorAnswer, LeafToScore } from '@jixiao/domain';

/** One line of the funds of the form (项目资金), in 分: 年初预算数, 全年预算数, 全年执行数; null is "not stated". */
export interface FundsLine {
  readonly initialFen: number | null;
  readonly adjustedFen: number | null;
  readonly spentFen: number | null;
}

/** 当年财政拨款, 上年结转资金, 其他资金. */
export const FUND_PARTS = ['fiscal', 'carriedOver', 'other'] as const;
export type FundPart = (typeof FUND_PARTS)[number];

/** The parts of 年度资金总额; its own line is what the project is scored by. */
export type FundParts = Readonly<Record<FundPart, FundsLine>>;

/** What a unit writes into its self-evaluation; JSON-safe. */
export interface EvaluationContent {
  /** 预期目标, as the targets have it. */
  readonly expectedGoal: string | null;
  /** 实际完成情况. */
  readonly achievedGoal: string | null;
  readonly initialBudgetFen: number | null;
  readonly funds: FundParts;
  /** In the order of the targets. */
  readonly leaves: readonly LeafToScore[];
}

/** What the locked round of December says, from which the draft was made. */
export interface DraftedFigures {
  readonly roundId: string;
  readonly targetVersion: number;
  /** The parts of the expenditure as they were known then. */
  readonly spent: Readonly<Record<FundPart, number | null>>;
  /** By the lineage of the indicator. */
  readonly answers: Readonly<Record<string, IndicatorAnswer | null>>;
  /** 偏差原因 as reported, likewise; absent where the draft was made before that was kept. */
  readonly explanations?: Readonly<Record<string, string | null>>;
  /** What the tables print (分值), likewise; null where they print none. */
  readonly printedWeights: Readonly<Record<string, number | null>>;
}

/** What the round of December says of a project since it was corrected and locked again. */
export interface CorrectedDecember {
  readonly adjustedBudgetFen: number | null;
  readonly expenditureFen: number | null;
  readonly drafted: DraftedFigures;
}

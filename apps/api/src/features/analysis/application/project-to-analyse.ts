import type { RulePack } from '@jixiao/domain';
import type { LightRows, SpendingRecords, YearEndMonth } from '../../monitoring/index.js';
import type { UnitDeadline } from '../../reporting/index.js';
import type { TransferLevel } from '../../targets/index.js';

/** Money of one budget by where it comes from, in 分; null where the document does not divide it. */
export interface FundsOfProject {
  readonly fiscalFen: number | null;
  readonly otherFen: number | null;
  /** Adjustments up to the round's last day, with their sign. */
  readonly adjustments: Readonly<Record<'fiscal' | 'carriedOver' | 'other', number>>;
}

/** What stands in the rows of a project besides its lights. */
export interface ProjectFacts {
  readonly transferLevel: TransferLevel | null;
  readonly funds: FundsOfProject;
  /** When its report was handed in last; null where it was not. */
  readonly submittedAt: string | null;
}

/** A project with everything that is looked at of it in a round. */
export interface ProjectToAnalyse {
  readonly year: number;
  readonly month: number;
  readonly rows: LightRows;
  /** Its lights in the earlier rounds of the year, ascending. */
  readonly earlier: readonly { readonly month: number; readonly isLocked: boolean; readonly rows: LightRows }[];
  readonly rulePack: RulePack;
  readonly spending: SpendingRecords;
  readonly facts: ProjectFacts;
  /** Until when its unit could report. */
  readonly deadline: Pick<UnitDeadline, 'closesOn' | 'passed'>;
  /** Instant as of which spending is known. */
  readonly knownAt: string;
  /** What the projects of its unit had spent by the ends of the year; empty before December (R48). */
  readonly peers: readonly YearEndMonth[];
}

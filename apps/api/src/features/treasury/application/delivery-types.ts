import type { Coverage, GivenFigures, Problem, TreasuryFigures } from '@jixiao/domain';
import type { DeliveryBasis, DeliveryChannel } from '../persistence/treasury-delivery.entity.js';

/** One row of a delivery: figures of a project, named by its code, for a month. */
export interface DeliveryRow {
  /** Where it stands, for a person and for a program: `rows.3`, `line 12`, `Sheet1!12`. */
  readonly at: string;
  readonly code: string;
  readonly month: number;
  readonly given: GivenFigures;
}

/** A row that says nothing that could be taken, and why. */
export interface FaultyRow {
  readonly at: string;
  readonly code: string | null;
  readonly problem: Problem;
}

/** Treasury figures of one year as a program or a file brings them. */
export interface Delivery {
  readonly year: number;
  readonly basis: DeliveryBasis;
  /** Months of which monthly amounts are complete; null for cumulative figures. */
  readonly coverage: Coverage | null;
  readonly channel: DeliveryChannel;
  readonly sourceName: string | null;
  readonly fileSha256: string | null;
  readonly rows: readonly DeliveryRow[];
  /** Rows of a file that could not be read. */
  readonly faults: readonly FaultyRow[];
}

export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'refused';

/** What came of one row. */
export interface TakenRow {
  readonly row: DeliveryRow;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly outcome: RowOutcome;
  /** Why it was refused; null unless it was. */
  readonly problem: Problem | null;
  readonly warnings: readonly Problem[];
  /** Cumulative figures of the month before and after; null where there are none. */
  readonly before: TreasuryFigures | null;
  readonly after: TreasuryFigures | null;
}

export type OutcomeCounts = Readonly<Record<RowOutcome | 'rows' | 'warnings', number>>;

/** What came of a delivery; `deliveryId` is null where nothing was stored. */
export interface TakenDelivery {
  readonly delivery: Delivery;
  readonly deliveryId: string | null;
  readonly counts: OutcomeCounts;
  /** Monthly figures that were stored, also of months without a row of their own. */
  readonly figures: number;
  readonly rows: readonly TakenRow[];
  readonly jobIds: readonly string[];
}

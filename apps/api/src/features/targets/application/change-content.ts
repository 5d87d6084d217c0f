import type { Direction, IndicatorKind, SpendSchedule } from '@jixiao/domain';

/** A target that is to have another printed value (R16). */
export interface ValueChange {
  readonly indicatorId: string;
  readonly rawValue: string;
}

/** A target that the project is to have besides the present ones. */
export interface AddedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly rawValue: string;
}

/** How an indicator is to be judged (R17); what is left out stays. */
export interface JudgementChange {
  readonly indicatorId: string;
  readonly kind?: IndicatorKind | undefined;
  readonly direction?: Direction | undefined;
  readonly assessedFrom?: number | undefined;
}

/** What a proposed change says, as a difference to the targets in force: values, the spend plan, or how is judged. */
export type ChangeContent =
  | {
      readonly what: 'targets';
      readonly changed: readonly ValueChange[];
      readonly added: readonly AddedIndicator[];
      /** Ids of the indicators that are to go. */
      readonly removed: readonly string[];
    }
  | { readonly what: 'schedule'; readonly schedule: SpendSchedule }
  | { readonly what: 'classification'; readonly changed: readonly JudgementChange[] };

/** Ids of the indicators that a change names. */
export function indicatorsOf(change: ChangeContent): readonly string[] {
  switch (change.what) {
    case 'targets':
      return [...change.changed.map(({ indicatorId }) => indicatorId), ...change.removed];
    case 'classification':
      return change.changed.map(({ indicatorId }) => indicatorId);
    case 'schedule':
      return [];
  }
}

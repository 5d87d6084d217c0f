/** Years before the county used the product: taken over from one sheet each, with the treasury's months and the final round. */
export const EARLIER_YEARS = [2022, 2023] as const;
/** The demonstration years; the last one is under way and its latest round still open. */
export const DEMO_YEARS = [...EARLIER_YEARS, 2024, 2025, 2026] as const;
export type DemoYear = (typeof DEMO_YEARS)[number];
export const DEMO_MONTHS = [3, 6, 9, 12] as const;
export type DemoMonth = (typeof DEMO_MONTHS)[number];

export const isEarlierYear = (year: DemoYear): boolean => EARLIER_YEARS.some((each) => each === year);

/** How an indicator's result comes about during the year; `annual`, `value` and `missed` are in its own unit. */
export type DemoResult =
  | { readonly kind: 'count'; readonly annual: number }
  | { readonly kind: 'progress'; readonly annual: number }
  | { readonly kind: 'level'; readonly value: number; readonly missed: number }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'date'; readonly dueOn: string }
  | { readonly kind: 'yearEnd'; readonly value: number }
  /** Nothing is typed: the product fills it from the execution rate. */
  | { readonly kind: 'filled' };

export interface DemoIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string;
  /** The target value as the table prints it. */
  readonly value: string;
  readonly basis: string;
  readonly result: DemoResult;
}

export interface DemoAdjustment {
  readonly effectiveOn: string;
  readonly kind: 'addition' | 'reduction';
  /** In 万元. */
  readonly amount: number;
  readonly reason: string;
  readonly documentNumber: string;
}

/** How a project's year goes; see stories.ts. */
export type StoryName =
  | 'steady'
  | 'ahead'
  | 'slow'
  | 'lagging'
  | 'stalled'
  | 'recovering'
  | 'yearEndRush'
  | 'overspent'
  | 'workBehind'
  | 'notDue'
  | 'beyondExpectation'
  | 'unreported';

/** One project in one year. */
export interface DemoProjectYear {
  /** Initial budget in 万元. */
  readonly budget: number;
  /** Of which not fiscal funds, in 万元. */
  readonly otherFunds?: number;
  readonly story: StoryName;
  readonly adjustments?: readonly DemoAdjustment[];
}

export interface DemoProject {
  readonly name: string;
  readonly purpose: string;
  readonly goals: readonly string[];
  /** Cumulative percent at the ends of March, June, October and December; null where the unit left the plan blank. */
  readonly schedule: readonly [number, number, number, number] | null;
  readonly years: Readonly<Partial<Record<DemoYear, DemoProjectYear>>>;
  /** Targets of a year; they grow a little from year to year. */
  readonly indicators: (year: DemoYear) => readonly DemoIndicator[];
  /** Why it is behind, in the unit's words, where it is. */
  readonly excuse?: string;
  readonly key?: boolean;
  readonly personnel?: boolean;
  readonly transferLevel?: 'central' | 'province' | 'city' | 'county';
}

export interface DemoDepartmentGoal {
  readonly title: string;
  readonly goal: string;
  readonly indicators: string;
}

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly overall: string;
  readonly goals: readonly DemoDepartmentGoal[];
  readonly projects: readonly DemoProject[];
}

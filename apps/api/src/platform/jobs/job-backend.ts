/**
 * Whose turn it is first: what a person is waiting for, then parts of large jobs, then parts of those that only follow from
 * others (`JobDefinition.givesWay`).
 */
export const TURNS = ['first', 'part', 'afterwards'] as const;
export type Turn = (typeof TURNS)[number];

/** A job's id on its way to a worker. Delivered twice or too early does no harm: the ledger decides who runs what. */
export interface Delivery {
  readonly jobId: string;
  /** Two deliveries of one job with the same tag may be merged while the first is under way. */
  readonly tag: string;
  readonly delayMs: number;
  readonly turn: Turn;
}

/** Carries ids of jobs to the processes that run them. It may lose some: the sweeper sends them again. */
export abstract class JobBackend {
  abstract readonly name: 'in-process' | 'redis';
  /** Opens what is needed for sending. @throws Error where the backend cannot be reached. */
  abstract open(): Promise<void>;
  /** Never throws and never waits: the ledger has the job already. */
  abstract send(deliveries: readonly Delivery[]): void;
  /** Begins to hand deliveries to `run`, a few at a time. */
  abstract consume(run: (jobId: string) => Promise<void>): Promise<void>;
  /** Takes no further deliveries; those under way go on. */
  abstract pause(): Promise<void>;
  abstract close(): Promise<void>;
  /** Rejects where the backend does not answer. */
  abstract ping(): Promise<void>;
}

/** A job's id on its way to a worker. Delivered twice or too early does no harm: the ledger decides who runs what. */
export interface Delivery {
  readonly jobId: string;
  /** Two deliveries of one job with the same tag may be merged while the first is under way. */
  readonly tag: string;
  readonly delayMs: number;
  /** Parts of a large job give way to what a person is waiting for. */
  readonly background: boolean;
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

import type { JobStatus } from '../jobs/job-queue.js';

/** A job's state or progress changed. */
export interface JobChanged {
  readonly type: 'job';
  readonly jobId: string;
  readonly name: string;
  readonly key: string;
  readonly status: JobStatus;
  readonly done: number;
  readonly total: number;
  /** Username of the person who asked for it; null for the program itself. */
  readonly requestedBy: string | null;
  /** The job that this one is a part of. */
  readonly parentId: string | null;
}

/** Lights of a round were stored anew, or reports moved on. No project named: any project of the round, or the round itself. */
export interface LightsChanged {
  readonly type: 'lights';
  readonly year: number;
  readonly month: number;
  /** Each with its organisation's path, so that nobody is told of a project outside his subtree. */
  readonly projects: readonly { readonly id: string; readonly organisationPath: string }[];
}

/** What these people are told changed: something new, or no longer unread. */
export interface NotificationsChanged {
  readonly type: 'notifications';
  readonly recipientIds: readonly string[];
}

/** What these callers may do changed, or whether they may do anything: a session ended, a role was given or taken. For the program only. */
export interface AccessChanged {
  readonly type: 'access';
  /** Ids of accounts or of tokens. */
  readonly userIds: readonly string[];
}

export type LiveEvent = JobChanged | LightsChanged | NotificationsChanged | AccessChanged;
export type LiveEventListener = (event: LiveEvent) => void;

/**
 * News for open pages, carried to every process of the installation. Best effort: a page that misses one is right
 * again after its next request. Publish after the commit (`uow.afterCommit(() => liveEvents.publish(…))`).
 */
export abstract class LiveEvents {
  abstract publish(event: LiveEvent): void;
  /** Returns the unsubscriber. */
  abstract subscribe(listener: LiveEventListener): () => void;
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface DomainEvent<P> {
  readonly type: string;
  readonly payload: P;
}

/** Makes events of one kind; `subscribe` takes it as the name of the kind. */
export interface DomainEventKind<P> {
  (payload: P): DomainEvent<P>;
  readonly type: string;
}

/** What the events of a kind tell. */
export type PayloadOf<Kind> = Kind extends DomainEventKind<infer P> ? P : never;

/** `export const actualReported = defineEvent<{ projectId: string }>('reporting.actual-reported')` */
export const defineEvent = <P>(type: string): DomainEventKind<P> =>
  Object.assign((payload: P): DomainEvent<P> => ({ type, payload }), { type });

export type DomainEventSubscriber<P> = (manager: EntityManager, payload: P) => Promise<void>;

/**
 * Tells other slices of a change inside the transaction that makes it: subscribers write with the same manager, so
 * the change and what follows from it are stored together or not at all. A slice that is imported never needs to
 * know the slices that follow it.
 */
@Injectable()
export class DomainEvents {
  private readonly subscribers = new Map<string, DomainEventSubscriber<unknown>[]>();

  /** Called by a module at its start, before any request is served. */
  subscribe<P>(kind: DomainEventKind<P>, subscriber: DomainEventSubscriber<P>): void {
    const present = this.subscribers.get(kind.type) ?? [];
    this.subscribers.set(kind.type, [...present, subscriber as DomainEventSubscriber<unknown>]);
  }

  /** Runs the subscribers one after the other; the first that throws undoes the whole transaction. */
  async publish<P>(manager: EntityManager, event: DomainEvent<P>): Promise<void> {
    for (const subscriber of this.subscribers.get(event.type) ?? []) await subscriber(manager, event.payload);
  }
}

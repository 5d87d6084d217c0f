import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { isKnownDead, WorkerIdentity } from '../../jobs/worker-identity.js';
import { Clock } from '../../runtime/clock.js';
import { DomainError } from '../../runtime/domain-error.js';
import { newId } from '../../runtime/ids.js';
import { IdempotentRequest } from './idempotent-request.entity.js';
import { IdempotentRequestRepository } from './idempotent-request.repository.js';

const MINUTE_MS = 60 * 1000;
const KEEP_MS = 7 * 24 * 60 * MINUTE_MS;
const PRUNE_EVERY_MS = 60 * MINUTE_MS;
/** Longer than any request takes. A process of this host that has ended is not waited for. */
const PATIENCE_MS = 10 * MINUTE_MS;

export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  /** Tells two requests of one key apart. */
  readonly fingerprint: string;
}

export interface KeyedAnswer {
  readonly answer: unknown;
  /** It was stored before: nothing was done this time. */
  readonly replayed: boolean;
}

/**
 * Does a request once, however often it is sent.
 *
 * First a row claims the key, in a transaction of its own, so that others see at once that the request is under way.
 * Then the work and the note of its answer are one transaction: the use case's own unit of work joins it. So there is
 * no moment at which the effect is stored and the answer is not, and a crash leaves either both, and the answer is
 * given again, or a claim without effect, which is taken over as soon as its process is known to be gone or its time
 * is over. A try that was given up too early cannot complete its row any more and is rolled back.
 *
 * A refusal changes nothing and leaves nothing: the caller corrects the request and may send it with the same key.
 */
@Injectable()
export class Idempotency implements OnApplicationShutdown {
  private readonly logger = new Logger('Http');
  private readonly identity = new WorkerIdentity();
  private lastPrune = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly requests: IdempotentRequestRepository,
  ) {}

  onApplicationShutdown(): void {
    this.identity.retire();
  }

  /**
   * @param work may be repeated where the database rolled it back; it must not wait for what another transaction does
   * @throws DomainError `idempotency-key-reused` for another request with this key, `idempotency-key-in-use` while it is
   *   under way; and what `work` throws
   */
  async once(request: KeyedRequest, work: () => Promise<unknown>): Promise<KeyedAnswer> {
    await this.prune();
    const known = this.answerOf(request, await this.requests.find(this.uow.reader, request.caller, request.key));
    if (known !== null) return known;
    const claimed = await this.claim(request);
    if ('answer' in claimed) return claimed;
    try {
      return { answer: await this.perform(claimed.claimId, work), replayed: false };
    } catch (error) {
      await this.giveUp(claimed.claimId);
      throw error;
    }
  }

  private perform(claimId: string, work: () => Promise<unknown>): Promise<unknown> {
    return this.uow.run(async (manager) => {
      const answer = await work();
      const isMine = await this.requests.complete(manager, claimId, answer);
      if (!isMine) throw new DomainError('idempotency-key-in-use');
      return answer;
    });
  }

  private claim(request: KeyedRequest): Promise<KeyedAnswer | { readonly claimId: string }> {
    return this.uow.run(async (manager) => {
      const present = await this.requests.find(manager, request.caller, request.key);
      const known = this.answerOf(request, present);
      if (known !== null) return known;
      const row = this.newRow(request);
      const isMine = await (present === null
        ? this.requests.add(manager, row)
        : this.requests.replace(manager, present, row));
      if (!isMine) throw new DomainError('idempotency-key-in-use');
      return { claimId: row.claimId };
    });
  }

  /** The stored answer; null where the request is to be done. */
  private answerOf({ fingerprint }: KeyedRequest, row: IdempotentRequest | null): KeyedAnswer | null {
    if (row === null || row.createdAt <= this.clock.later(-KEEP_MS)) return null;
    if (row.fingerprint !== fingerprint) throw new DomainError('idempotency-key-reused');
    if (row.status === 'done') return { answer: row.answer ?? undefined, replayed: true };
    const isLost = isKnownDead(row.claimedBy) || row.claimedUntil <= this.clock.now();
    if (!isLost) throw new DomainError('idempotency-key-in-use');
    return null;
  }

  private newRow({ caller, key, fingerprint }: KeyedRequest): IdempotentRequest {
    return Object.assign(new IdempotentRequest(), {
      id: newId(),
      caller,
      requestKey: key,
      fingerprint,
      status: 'running',
      answer: null,
      claimId: newId(),
      claimedBy: this.identity.token,
      claimedUntil: this.clock.later(PATIENCE_MS),
      createdAt: this.clock.now(),
    } satisfies IdempotentRequest);
  }

  /** Where this fails too, the claim stands until its time is over; what went wrong first is what the caller hears. */
  private async giveUp(claimId: string): Promise<void> {
    await this.uow
      .run((manager) => this.requests.drop(manager, claimId))
      .catch((error: unknown) => this.logger.warn(`The claim of a refused request stays: ${String(error)}`));
  }

  private async prune(): Promise<void> {
    if (Date.now() - this.lastPrune < PRUNE_EVERY_MS) return;
    this.lastPrune = Date.now();
    await this.uow.run((manager) => this.requests.dropOlder(manager, this.clock.later(-KEEP_MS)));
  }
}

import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { isUniqueViolation } from '../database/errors.js';
import type { JobStatus } from './job-queue.js';
import { JobRun } from './job-run.entity.js';

/** Statements on single rows of the ledger that its parts share. */

export const UNENDED: readonly JobStatus[] = ['queued', 'running', 'waiting'];
export const hasEnded = (status: JobStatus): boolean => !UNENDED.includes(status);

/** What may change in a row after its insert. */
export type JobChange = Partial<Omit<JobRun, 'id' | 'payload'>>;

type Keyed = Pick<JobRun, 'name' | 'jobKey'>;
export const queuedSlot = ({ name, jobKey }: Keyed): string => `queued|${name}|${jobKey}`;
export const runningSlot = ({ name, jobKey }: Keyed): string => `running|${name}|${jobKey}`;

/** The ledger has one key besides its ids, which are never twice the same. */
export const isSlotTaken = (error: unknown): boolean => isUniqueViolation(error);

const INSERT_BATCH = 200;

export async function insertRuns(manager: EntityManager, runs: readonly JobRun[]): Promise<void> {
  for (let at = 0; at < runs.length; at += INSERT_BATCH) {
    await manager.insert(JobRun, runs.slice(at, at + INSERT_BATCH) as QueryDeepPartialEntity<JobRun>[]);
  }
}

/** Holds a row until the end of the transaction, on both databases, by writing it unchanged. */
export async function lockRow(manager: EntityManager, id: string): Promise<void> {
  await manager
    .createQueryBuilder()
    .update(JobRun)
    .set({ done: () => 'done' })
    .where('id = :id', { id })
    .execute();
}

/** Changes the row only while it is still as seen; false where somebody else was first. */
export async function changeIf(
  manager: EntityManager,
  seen: Partial<Pick<JobRun, 'id' | 'status' | 'attempts' | 'leaseOwner' | 'slot'>>,
  change: JobChange,
): Promise<boolean> {
  const result = await manager.update(JobRun, seen, change);
  return (result.affected ?? 0) > 0;
}

const QUEUED = { status: 'queued', leaseOwner: null, leaseUntil: null, finishedAt: null } as const;

/**
 * Puts a job back into the queue. Where a newer request of its key waits already, both stay, the older without the
 * place that later requests would join; they never run at the same time.
 */
export async function requeue(
  manager: EntityManager,
  run: JobRun,
  change: JobChange & Pick<JobRun, 'runAfter'>,
): Promise<boolean> {
  const seen = { id: run.id, status: run.status, attempts: run.attempts };
  const slot = queuedSlot(run);
  const joinable = run.parentId === null && !(await manager.existsBy(JobRun, { slot }));
  if (!joinable) return changeIf(manager, seen, { ...QUEUED, ...change, slot: null });
  try {
    return await changeIf(manager, seen, { ...QUEUED, ...change, slot });
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
    return changeIf(manager, seen, { ...QUEUED, ...change, slot: null });
  }
}

/** Ends a job; false where it is no longer as seen. */
export const end = (
  manager: EntityManager,
  run: JobRun,
  change: Pick<JobRun, 'status' | 'finishedAt'> & JobChange,
): Promise<boolean> =>
  changeIf(
    manager,
    { id: run.id, status: run.status, attempts: run.attempts },
    { leaseOwner: null, leaseUntil: null, slot: null, ...change },
  );

interface ChildTotals {
  readonly counts: Readonly<Partial<Record<JobStatus, number>>>;
  readonly done: number;
}

async function childTotals(manager: EntityManager, parentId: string): Promise<ChildTotals> {
  const rows = await manager
    .createQueryBuilder(JobRun, 'child')
    .select('child.status', 'status')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(child.done)', 'done')
    .where('child.parentId = :parentId', { parentId })
    .groupBy('child.status')
    .getRawMany<{ status: JobStatus; count: number | string; done: number | string }>();
  return {
    counts: Object.fromEntries(rows.map((row) => [row.status, Number(row.count)])),
    done: rows.reduce((sum, row) => sum + Number(row.done), 0),
  };
}

/**
 * Brings a waiting parent up to date with its children: their progress, and its own end when the last has ended.
 * The caller holds the parent's row (`lockRow`) since before it changed the child, so that of two last children one
 * sees the other's end. Returns the changed ancestors.
 */
export async function settleParent(manager: EntityManager, parentId: string, now: string): Promise<JobRun[]> {
  const parent = await manager.findOneBy(JobRun, { id: parentId });
  if (parent?.status !== 'waiting') return [];
  const { counts, done } = await childTotals(manager, parentId);
  if (UNENDED.some((status) => (counts[status] ?? 0) > 0)) {
    if (done === parent.done) return [];
    await manager.update(JobRun, { id: parentId }, { done });
    return [Object.assign(parent, { done })];
  }
  const dead = counts.dead ?? 0;
  const cancelled = parent.cancelRequested || (counts.cancelled ?? 0) > 0;
  const outcome = {
    status: dead > 0 ? 'dead' : cancelled ? 'cancelled' : 'succeeded',
    ...(dead > 0 ? await childrenError(manager, parentId, dead) : { error: null, failure: null }),
    finishedAt: now,
    done,
    slot: null,
  } satisfies JobChange;
  if (parent.parentId !== null) await lockRow(manager, parent.parentId);
  await manager.update(JobRun, { id: parentId }, outcome);
  const above = parent.parentId === null ? [] : await settleParent(manager, parent.parentId, now);
  return [Object.assign(parent, outcome), ...above];
}

async function childrenError(
  manager: EntityManager,
  parentId: string,
  dead: number,
): Promise<Pick<JobRun, 'error' | 'failure'>> {
  const first = await manager.findOne(JobRun, { where: { parentId, status: 'dead' }, order: { createdAt: 'ASC' } });
  const error = `${dead} part(s) failed, the first with: ${first?.error ?? 'no message'}`;
  return { error, failure: first?.failure ?? null };
}

import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { TreasuryRepository } from '../persistence/treasury.repository.js';
import type { Delivery, DeliveryRow, FaultyRow, OutcomeCounts, TakenDelivery, TakenRow } from './delivery-types.js';
import { planProject, type FiguresToStore } from './plan-project.js';
import { treasuryFiguresChanged, treasuryFiguresComing } from './treasury.events.js';

/** Projects that are planned before everybody else has a turn: some milliseconds. */
const PROJECTS_PER_TURN = 200;
/** Longest list of refused rows in one answer. */
const MAX_ISSUES = 200;

export interface TakeOptions {
  /** One refused row refuses the whole delivery, as a person expects of a file. */
  readonly allOrNothing: boolean;
  /** Only shows what would come of it. */
  readonly dryRun: boolean;
}

interface Plan {
  readonly rows: readonly TakenRow[];
  readonly writes: readonly FiguresToStore[];
}

/**
 * Takes treasury figures in, the same way for files, programs and the command line. Projects are looked for where the
 * caller may write treasury figures; a code from elsewhere is unknown, so that nobody learns of it. A correction keeps the
 * figures before it, and the lights of open rounds follow; locked rounds stay as they are (R49).
 */
@Injectable()
export class TakeTreasuryFigures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: TreasuryRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `coverage-missing`, `coverage-order` for monthly amounts, `treasury-refused` with the refused rows
   *   where it is all or nothing
   */
  async run(
    user: CurrentUser,
    delivery: Delivery,
    { allOrNothing, dryRun }: TakeOptions,
    remoteAddress?: string,
  ): Promise<TakenDelivery> {
    requireCoverage(delivery);
    if (dryRun) return taken(delivery, await this.plan(this.uow.reader, user, delivery, false), null, []);
    return this.uow.run(async (manager) => {
      await this.events.publish(manager, treasuryFiguresComing({ year: delivery.year }));
      const plan = await this.plan(manager, user, delivery, true);
      if (allOrNothing) refuseRefused(delivery, plan.rows);
      if (plan.rows.every(({ outcome }) => outcome === 'refused')) return taken(delivery, plan, null, []);
      return this.store(manager, user, delivery, plan, remoteAddress);
    });
  }

  private async plan(manager: EntityManager, user: CurrentUser, delivery: Delivery, lock: boolean): Promise<Plan> {
    const groups = byCode(delivery.rows);
    const paths = scopeOf(user, 'treasury.write');
    const projects = await this.repository.projectsByCode(manager, delivery.year, paths, [...groups.keys()]);
    const ids = [...projects.values()].map(({ id }) => id);
    if (lock) await lockRows(manager, 'project', ids, 'exclusive');
    const stored = await this.repository.current(manager, ids);
    const outcomes = new Map<DeliveryRow, TakenRow>();
    const writes: FiguresToStore[] = [];
    let done = 0;
    for (const [code, rows] of groups) {
      const project = projects.get(code);
      const planned = project && planProject(project, rows, stored.get(project.id) ?? [], delivery);
      for (const row of planned?.rows ?? rows.map(unknownProject)) outcomes.set(row.row, row);
      writes.push(...(planned?.writes ?? []));
      done += 1;
      if (done % PROJECTS_PER_TURN === 0) await othersFirst();
    }
    return { rows: delivery.rows.flatMap((row) => outcomes.get(row) ?? []), writes };
  }

  private async store(
    manager: EntityManager,
    user: CurrentUser,
    delivery: Delivery,
    plan: Plan,
    remoteAddress: string | undefined,
  ): Promise<TakenDelivery> {
    const now = this.clock.now();
    const actor = user.username;
    const deliveryId = newId();
    const counts = countsOf(plan.rows, delivery.faults.length);
    await this.repository.insertDelivery(manager, {
      id: deliveryId,
      year: delivery.year,
      deliveredAt: now,
      deliveredBy: actor,
      channel: delivery.channel,
      sourceName: delivery.sourceName,
      fileSha256: delivery.fileSha256,
      basis: delivery.basis,
      coverageFrom: delivery.coverage?.from ?? null,
      coverageTo: delivery.coverage?.to ?? null,
      rowCount: counts.rows,
      newCount: counts.new,
      changedCount: counts.changed,
      unchangedCount: counts.unchanged,
      refusedCount: counts.refused,
      warningCount: counts.warnings,
    });
    await this.storeFigures(manager, delivery.year, plan.writes, deliveryId, now);
    const { year, basis, coverage, sourceName, fileSha256 } = delivery;
    const after = { year, basis, coverage, sourceName, fileSha256, ...counts, figures: plan.writes.length };
    const subject = `treasury-delivery/${deliveryId}`;
    const by = actorAt(user, 'treasury.write', scopeOf(user, 'treasury.write')[0] ?? EVERYWHERE);
    await this.audit.record(manager, { ...by, action: 'treasury.deliver', subject, after, remoteAddress });
    const jobIds: string[] = [];
    const months = monthsOf(plan.writes);
    if (months.length > 0) await this.events.publish(manager, treasuryFiguresChanged({ year, months, actor, jobIds }));
    return taken(delivery, plan, deliveryId, jobIds);
  }

  private async storeFigures(
    manager: EntityManager,
    year: number,
    writes: readonly FiguresToStore[],
    deliveryId: string,
    now: string,
  ): Promise<void> {
    const superseded = writes.flatMap(({ stored }) => stored?.id ?? []);
    await this.repository.supersede(manager, superseded, now);
    for (let start = 0; start < writes.length; start += PROJECTS_PER_TURN) {
      const rows = writes.slice(start, start + PROJECTS_PER_TURN).map(({ projectId, month, figures, stored }) => ({
        id: newId(),
        projectId,
        year,
        month,
        revision: (stored?.revision ?? 0) + 1,
        ...figures,
        deliveryId,
        recordedAt: now,
        supersededAt: null,
      }));
      await this.repository.insertFigures(manager, rows);
      await othersFirst();
    }
  }
}

function requireCoverage({ basis, coverage }: Delivery): void {
  if (basis === 'monthly' && coverage === null) throw new DomainError('coverage-missing');
  if (coverage !== null && coverage.from > coverage.to) throw new DomainError('coverage-order', { ...coverage });
}

function refuseRefused({ sourceName, faults }: Delivery, rows: readonly TakenRow[]): void {
  const refused = [...faults, ...rows.flatMap(refusedRow)];
  if (refused.length === 0) return;
  const issues = refused.slice(0, MAX_ISSUES).map(({ at, problem }) => ({ path: at, ...problem }));
  throw new DomainError('treasury-refused', { file: sourceName, issues: refused.length }, issues);
}

const refusedRow = ({ row: { at, code }, problem }: TakenRow): FaultyRow[] =>
  problem === null ? [] : [{ at, code, problem }];

const unknownProject = (row: DeliveryRow): TakenRow => ({
  row,
  projectId: null,
  projectName: null,
  outcome: 'refused',
  problem: { code: 'project-unknown', params: { code: row.code, name: null } },
  warnings: [],
  before: null,
  after: null,
});

const taken = (
  delivery: Delivery,
  { rows, writes }: Plan,
  deliveryId: string | null,
  jobIds: readonly string[],
): TakenDelivery => ({
  delivery,
  deliveryId,
  counts: countsOf(rows, delivery.faults.length),
  figures: writes.length,
  rows,
  jobIds,
});

function countsOf(rows: readonly TakenRow[], faults: number): OutcomeCounts {
  const counts = { rows: rows.length + faults, new: 0, changed: 0, unchanged: 0, refused: faults, warnings: 0 };
  for (const { outcome, warnings } of rows) {
    counts[outcome] += 1;
    counts.warnings += warnings.length;
  }
  return counts;
}

function byCode(rows: readonly DeliveryRow[]): ReadonlyMap<string, readonly DeliveryRow[]> {
  const groups = new Map<string, DeliveryRow[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
}

function monthsOf(writes: readonly FiguresToStore[]): readonly { month: number; projectIds: readonly string[] }[] {
  const months = new Map<number, string[]>();
  for (const { month, projectId } of writes) {
    const ids = months.get(month);
    if (ids) ids.push(projectId);
    else months.set(month, [projectId]);
  }
  return [...months].map(([month, projectIds]) => ({ month, projectIds })).sort((a, b) => a.month - b.month);
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import {
  FiscalYearRepository,
  SaveTargets,
  TargetRepository,
  targetsChanged,
  type StoredTarget,
} from '../../targets/index.js';
import type { CarryOverInput, CarryOverList, CarryOverRow } from '../http/carry-over.dto.js';
import { balanceDay, CarryOverQuery } from './carry-over.query.js';

const REASON = '上年结转';

/**
 * Takes projects into the new year (年度结转): one that was imported already under the same code is linked (R3), another is
 * made with the indicators it had, without a spend plan, which the unit proposes (R4). What was not spent by the last round
 * is an addition dated 1 January (上年结转, R6), and a key project stays one. Done again it does nothing twice.
 */
@Injectable()
export class CarryOver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly query: CarryOverQuery,
    private readonly targets: TargetRepository,
    private readonly save: SaveTargets,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `forbidden` for those who do not manage targets of the whole county */
  async preview(user: CurrentUser, year: number): Promise<CarryOverList> {
    requireWholeCounty(user, 'targets.manage');
    return { year, items: [...(await this.query.run(this.uow.reader, year))] };
  }

  /**
   * @returns what is to be done now, as the preview
   * @throws DomainError `forbidden`, `not-found` for a project that is none of the year before
   */
  async run(
    user: CurrentUser,
    year: number,
    { projectIds }: CarryOverInput,
    remoteAddress: string,
  ): Promise<CarryOverList> {
    requireWholeCounty(user, 'targets.manage');
    await this.uow.run(async (manager) => {
      await this.years.hold(manager, year, this.clock.now());
      const rows = new Map((await this.query.run(manager, year)).map((row) => [row.projectId, row]));
      const continued: string[] = [];
      for (const projectId of new Set(projectIds)) {
        const row = rows.get(projectId);
        if (row === undefined) throw new DomainError('not-found');
        if (row.action !== 'done') continued.push(await this.carry(manager, user, year, row, remoteAddress));
      }
      if (continued.length > 0) {
        await this.events.publish(manager, targetsChanged({ projectIds: continued, actor: user.username }));
      }
    });
    return this.preview(user, year);
  }

  private async carry(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    row: CarryOverRow,
    remoteAddress: string,
  ): Promise<string> {
    const [before] = await this.targets.ofProjects(manager, [row.projectId]);
    if (before === undefined) throw new DomainError('not-found');
    const id = row.continuesAs ?? (await this.create(manager, user, year, before));
    const [after] = await this.targets.ofProjects(manager, [id]);
    const key = before.project.key || (after?.project.key ?? false);
    const updatedAt = this.clock.now();
    await this.targets.updateProject(manager, id, { continuesProjectId: before.project.id, key, updatedAt });
    const balanceFen = row.problem === null ? await this.addBalance(manager, user, year, id, row) : 0;
    await this.audit.record(manager, {
      ...actorAt(user, 'targets.manage', EVERYWHERE),
      action: 'targets.carry-over',
      subject: `project/${id}`,
      before: { projectId: before.project.id, year: year - 1 },
      after: { action: row.action, balanceFen, key },
      remoteAddress,
    });
    return id;
  }

  private async create(manager: EntityManager, user: CurrentUser, year: number, before: StoredTarget): Promise<string> {
    const { organisationId, code, name, key, transferLevel } = before.project;
    const content = {
      ...before.content,
      initialBudgetFen: 0,
      fiscalFundsFen: null,
      otherFundsFen: null,
      schedule: null,
      sourceAt: null,
    };
    const item = { year, organisationId, code, name, content, stored: null, flags: { key, transferLevel } };
    const [id] = await this.save.run(manager, [item], {
      ...actorAt(user, 'targets.manage', EVERYWHERE),
      importBatchId: null,
    });
    if (id === undefined) throw new Error(`Project ${before.project.id} was not taken into ${year}`);
    return id;
  }

  private async addBalance(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    projectId: string,
    { unspentFen }: CarryOverRow,
  ): Promise<number> {
    const effectiveOn = balanceDay(year);
    const stored = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const isThere = stored.some((each) => each.fundSource === 'carriedOver' && each.effectiveOn === effectiveOn);
    if (unspentFen === null || unspentFen === 0 || isThere) return 0;
    await this.targets.insertAdjustment(manager, {
      id: newId(),
      projectId,
      effectiveOn,
      kind: 'addition',
      amountFen: unspentFen,
      fundSource: 'carriedOver',
      reason: REASON,
      documentNumber: null,
      level: null,
      documentId: null,
      recordedBy: user.username,
      recordedAt: this.clock.now(),
    });
    return unspentFen;
  }
}

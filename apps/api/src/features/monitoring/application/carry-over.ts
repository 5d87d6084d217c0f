import { balanceDay, bookedBalance, budgetMovement } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { requireWholeCounty, RoundRepository } from '../../reporting/index.js';
import {
  FiscalYearRepository,
  RecordAdjustment,
  SaveTargets,
  SuccessionRepository,
  TargetRepository,
  targetsChanged,
  type StoredTarget,
} from '../../targets/index.js';
import type { CarryOverInput, CarryOverList, CarryOverRow } from '../http/carry-over.dto.js';
import { CarryOverQuery, DECEMBER } from './carry-over.query.js';

/**
 * Takes projects into the new year (年度结转): one that was imported already under the same code is linked (R3), another is
 * made with the indicators it had, without a spend plan, which the unit proposes (R4). A key project stays one. That is done
 * as early as finance wants. What was not spent is an addition dated 1 January (上年结转, R6) from the locked round of
 * December alone: nothing else is final. Where December is locked again with other figures, the difference is shown and
 * booked by another adjustment. Done again it does nothing twice.
 */
@Injectable()
export class CarryOver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly query: CarryOverQuery,
    private readonly targets: TargetRepository,
    private readonly succession: SuccessionRepository,
    private readonly adjust: RecordAdjustment,
    private readonly save: SaveTargets,
    private readonly rounds: RoundRepository,
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
   * What waits is left as it is.
   * @returns what is to be done now, as the preview
   * @throws DomainError `forbidden`, `not-found` for a project that is none of the year before, `project-continued`
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
      await this.holdDecember(manager, year - 1);
      const rows = new Map((await this.query.run(manager, year)).map((row) => [row.projectId, row]));
      const continued: string[] = [];
      for (const projectId of new Set(projectIds)) {
        const row = rows.get(projectId);
        if (row === undefined) throw new DomainError('not-found');
        if (row.action === 'done' || row.action === 'wait') continue;
        continued.push(await this.carry(manager, user, year, row, remoteAddress));
      }
      if (continued.length > 0) {
        await this.events.publish(manager, targetsChanged({ projectIds: continued, actor: user.username }));
      }
    });
    return this.preview(user, year);
  }

  /** Nobody ends a reopening, and so changes what its figures count for, between the look at them and the booking. */
  private async holdDecember(manager: EntityManager, year: number): Promise<void> {
    const december = await this.rounds.find(manager, year, DECEMBER);
    if (december !== null) await this.rounds.holdById(manager, december.id, 'exclusive');
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
    const id = row.continuesAs ?? (await this.create(manager, user, year, before, remoteAddress));
    if (row.action === 'create' || row.action === 'link') await this.link(manager, id, before);
    const balanceFen = row.problem === null ? await this.book(manager, user, year, id, row, remoteAddress) : 0;
    await this.audit.record(manager, {
      ...actorAt(user, 'targets.manage', EVERYWHERE),
      action: 'targets.carry-over',
      subject: `project/${id}`,
      before: { projectId: before.project.id, year: year - 1 },
      after: { action: row.action, balanceFen },
      remoteAddress,
    });
    return id;
  }

  private async link(manager: EntityManager, id: string, { project: before }: StoredTarget): Promise<void> {
    const updatedAt = this.clock.now();
    await this.succession.link(manager, id, before.id, updatedAt);
    if (before.key) await this.targets.updateProject(manager, id, { key: true, updatedAt });
  }

  private async create(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    before: StoredTarget,
    remoteAddress: string,
  ): Promise<string> {
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
      remoteAddress,
      importBatchId: null,
    });
    if (id === undefined) throw new Error(`Project ${before.project.id} was not taken into ${year}`);
    return id;
  }

  /** @returns what was added to the budget, less than zero where it was reduced; 0 where nothing had to be done */
  private async book(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    id: string,
    { projectId, unspentFen }: CarryOverRow,
    remoteAddress: string,
  ): Promise<number> {
    await this.targets.lockProjects(manager, [id]);
    const bookedFen = bookedBalance((await this.targets.adjustmentsOf(manager, [id])).get(id) ?? [], year);
    const differenceFen = (unspentFen ?? bookedFen) - bookedFen;
    const [target] = await this.targets.ofProjects(manager, [id]);
    if (target === undefined || differenceFen === 0) return 0;
    const change = {
      effectiveOn: balanceDay(year),
      ...budgetMovement(differenceFen),
      fundSource: 'carriedOver' as const,
      reason: reasonOf(year - 1, bookedFen !== 0),
    };
    const row = { ...change, documentNumber: null, level: null, documentId: null, projectId: id };
    await this.adjust.run(
      manager,
      target.project,
      { ...row, id: newId(), recordedBy: user.username, recordedAt: this.clock.now() },
      {
        ...actorAt(user, 'targets.manage', EVERYWHERE),
        before: { bookedFen },
        after: { ...change, source: { projectId, year: year - 1, month: DECEMBER, unspentFen } },
        remoteAddress,
      },
    );
    return differenceFen;
  }
}

/** Where the figure comes from, for whoever reads the adjustment. @param year the one before */
const reasonOf = (year: number, isCorrection: boolean): string =>
  isCorrection
    ? `上年结转更正（按 ${year} 年 12 月监控期再次锁定的结余）`
    : `上年结转（按 ${year} 年 12 月监控期锁定的结余）`;

import { rulePackRef } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { FiscalYearRepository, RoundTargetRepository, UnapprovedTargetsQuery } from '../../targets/index.js';
import type { OpenedRound, RoundInput } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireWholeCounty } from './require-whole-county.js';
import { roundOpened } from './reporting.events.js';
import { roundView } from './round-view.js';

/** Projects that are named one by one; their number is told in any case. */
const MOST_NAMED = 100;

/**
 * Opens a monitoring round for all units, with the rule pack of its year or another one, and the targets in force, by
 * which it is judged until the end whatever becomes of them (R27); creates its fiscal year where there is none. It tells whose targets
 * are not approved, or no longer, which prevents it only where that is asked for.
 */
@Injectable()
export class OpenRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly years: FiscalYearRepository,
    private readonly pins: RoundTargetRepository,
    private readonly unapprovedTargets: UnapprovedTargetsQuery,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `round-window` where it closes before it opens, `round-exists`, `targets-unapproved`,
   *   `rule-pack-not-found`, `forbidden` where a rule pack is chosen by somebody who does not manage rules
   */
  async run(user: CurrentUser, input: RoundInput, remoteAddress?: string): Promise<OpenedRound> {
    requireWholeCounty(user, 'rounds.manage');
    if (input.rulePack !== undefined) requireWholeCounty(user, 'rules.manage');
    const { year, month, opensOn, closesOn, requireApproved = false } = input;
    if (closesOn < opensOn) throw new DomainError('round-window', { opensOn, closesOn });
    const { round, unapproved } = await this.uow.run(async (manager) => {
      const now = this.clock.now();
      // An import that goes on at the same time either sees this round, or its projects are seen by the round.
      await this.years.hold(manager, year, now);
      if ((await this.rounds.find(manager, year, month)) !== null)
        throw new DomainError('round-exists', { year, month });
      const found = await this.unapproved(manager, year);
      if (requireApproved && found.count > 0) throw unapprovedError(year, found);
      const opened: MonitoringRound = {
        id: newId(),
        year,
        month,
        opensOn,
        closesOn,
        status: 'open',
        rulePackRef: await this.rulePackOf(manager, input, now),
        reportingEndedAt: null,
        deadlineAssessed: false,
        lockedAt: null,
        lockedBy: null,
      };
      await this.rounds.insert(manager, opened);
      await this.pins.pinRound(manager, opened.id);
      const actor = user.username;
      const subject = `round/${year}-${month}`;
      const entry: AuditRecord = {
        ...actorAt(user, 'rounds.manage', EVERYWHERE),
        action: 'reporting.open-round',
        subject,
      };
      await this.audit.record(manager, { ...entry, after: input, remoteAddress });
      await this.events.publish(manager, roundOpened({ roundId: opened.id, actor }));
      return { round: opened, unapproved: found };
    });
    return { ...roundView(round, this.clock.today()), unapproved };
  }

  /** The one that was chosen for this round, else that of the year. */
  private async rulePackOf(manager: EntityManager, { year, rulePack }: RoundInput, now: string): Promise<string> {
    if (rulePack === undefined) return this.years.rulePackForYear(manager, year, now);
    return rulePackRef(await this.years.chosenRulePack(manager, rulePack, now));
  }

  private async unapproved(manager: EntityManager, year: number): Promise<OpenedRound['unapproved']> {
    const projects = await this.unapprovedTargets.run(manager, year);
    return { count: projects.length, projects: projects.slice(0, MOST_NAMED).map((each) => ({ ...each })) };
  }
}

function unapprovedError(year: number, { count, projects }: OpenedRound['unapproved']): DomainError {
  const issues = projects.map(({ projectId, name, organisationName }) => ({
    path: `project/${projectId}`,
    code: 'project-unapproved',
    params: { name, organisationName },
  }));
  return new DomainError('targets-unapproved', { year, projects: count }, issues);
}

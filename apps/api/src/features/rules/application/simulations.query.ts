import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { rulePackView } from '../../targets/index.js';
import type { SimulationList, SimulationView } from '../http/simulations.dto.js';
import type { RuleSimulation } from '../persistence/rule-simulation.entity.js';
import { RuleSimulationRepository } from '../persistence/rule-simulation.repository.js';
import { requireRuleManager } from './require-rule-manager.js';

const MOST_LISTED = 20;

/** What rules were tried of late, by whomever, and what they would change; and the reader's own that goes on. */
@Injectable()
export class SimulationsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly simulations: RuleSimulationRepository,
    private readonly rounds: RoundRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `forbidden` */
  async list(user: CurrentUser): Promise<SimulationList> {
    requireRuleManager(user);
    const { reader } = this.uow;
    const running = await this.simulations.underWay(reader, user.username);
    const items = await this.views(reader, await this.simulations.recent(reader, MOST_LISTED));
    return {
      running: running && {
        jobId: running.id,
        status: running.status,
        done: running.done,
        total: running.total,
      },
      items: [...items],
    };
  }

  /** @throws DomainError `forbidden`, `not-found` where there is none, or no result yet */
  async one(user: CurrentUser, id: string): Promise<SimulationView> {
    requireRuleManager(user);
    const simulation = await this.simulations.finished(this.uow.reader, id);
    const [view] = simulation === null ? [] : await this.views(this.uow.reader, [simulation]);
    if (view === undefined) throw new DomainError('not-found');
    return view;
  }

  private async views(manager: EntityManager, rows: readonly RuleSimulation[]): Promise<readonly SimulationView[]> {
    const rounds = new Map((await this.rounds.list(manager)).map((round) => [round.id, round]));
    const nameOf = await this.names.of(
      manager,
      rows.map(({ requestedBy }) => requestedBy),
    );
    return rows.flatMap(({ id, roundId, content, requestedBy, startedAt, finishedAt, summary }) => {
      const round = rounds.get(roundId);
      if (round === undefined || summary === null || finishedAt === null) return [];
      const { year, month } = round;
      const flows = {
        project: [...summary.flows.project],
        spend: [...summary.flows.spend],
        goals: [...summary.flows.goals],
      };
      return {
        id,
        year,
        month,
        content: rulePackView(content),
        requestedBy,
        requestedByName: nameOf(requestedBy),
        startedAt,
        finishedAt,
        summary: { ...summary, flows, reasons: [...summary.reasons] },
      };
    });
  }
}

import type { RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { LightRepository } from '../../monitoring/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { FiscalYearRepository, rulePackView } from '../../targets/index.js';
import type { SimulationInput } from '../http/simulations.dto.js';
import { simulateJob, type SimulationPayload } from '../jobs/simulate.jobs.js';
import { RulePackRepository } from '../persistence/rule-pack.repository.js';
import { RuleSimulationRepository } from '../persistence/rule-simulation.repository.js';
import { checkedPack } from './checked-pack.js';
import { requireRuleManager } from './require-rule-manager.js';

/** Has rules tried on a round, open or locked, in the background (R50). */
@Injectable()
export class RequestSimulation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly years: FiscalYearRepository,
    private readonly lights: LightRepository,
    private readonly packs: RulePackRepository,
    private readonly simulations: RuleSimulationRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the job, which is also that of its result
   * @throws DomainError `forbidden`, `round-not-found`, `rule-pack-faulty`, `rule-pack-not-found`, `simulation-without-lights`
   *   where the round has none yet, `simulation-under-way` where the person has one going on
   */
  async run(user: CurrentUser, input: SimulationInput, remoteAddress?: string): Promise<{ jobId: string }> {
    requireRuleManager(user);
    const { year, month } = input;
    return this.uow.run(async (manager) => {
      const round = await this.rounds.require(manager, year, month);
      const content = await this.packOf(manager, input);
      if ((await this.lights.count(manager, round.id)) === 0) {
        throw new DomainError('simulation-without-lights', { year, month });
      }
      if ((await this.simulations.underWay(manager, user.username)) !== null) {
        throw new DomainError('simulation-under-way');
      }
      const by = actorAt(user, 'rules.manage', EVERYWHERE);
      const payload: SimulationPayload = { roundId: round.id, actor: by.actor, content: rulePackView(content) };
      const requester = { requestedBy: by.actor, requestedFor: by.onBehalfOf };
      const jobId = await this.jobs.enqueue(manager, simulateJob, payload, { key: user.username, ...requester });
      const subject = `round/${year}-${month}`;
      await this.audit.record(manager, { ...by, action: 'rules.simulate', subject, after: content, remoteAddress });
      return { jobId };
    });
  }

  private async packOf(manager: EntityManager, { content, ref }: SimulationInput): Promise<RulePack> {
    if (ref !== undefined) return this.years.chosenRulePack(manager, ref, this.clock.now());
    if (content === undefined) throw new DomainError('simulation-without-rules');
    const newest = await this.packs.newest(manager, content.id);
    return checkedPack(content, (newest?.version ?? 0) + 1);
  }
}

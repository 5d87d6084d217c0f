import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobMustWait } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { UnitsToAnalyse } from '../../analysis/index.js';
import { RecomputeJobRepository } from '../../monitoring/index.js';
import { MarkRound } from '../application/mark-round.js';
import { UnitsToEvaluate } from '../persistence/units-to-evaluate.query.js';
import { evaluateRoundJob, evaluateUnitsJob, unitsKey, type RoundPayload } from './alerts.jobs.js';

/** Projects per group of units: one transaction of about a second. A unit is never divided. */
const GROUP_SIZE = 1000;

interface Group {
  readonly organisationIds: string[];
  projects: number;
}

/**
 * Divides a round into groups of units. It waits for what alerts are decided by: the lights of the round and what is
 * analysed of them, and the alerts of the rounds before, whose rows are counted.
 */
@Injectable()
export class EvaluateRoundHandler implements JobHandler<RoundPayload> {
  readonly definition = evaluateRoundJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly recomputing: RecomputeJobRepository,
    private readonly analysing: UnitsToAnalyse,
    private readonly units: UnitsToEvaluate,
    private readonly mark: MarkRound,
  ) {}

  async handle({ payload: { roundId }, fanOut }: JobContext<RoundPayload>): Promise<void> {
    const manager = this.uow.reader;
    if ((await this.recomputing.underWay(manager, roundId)) > 0) throw new JobMustWait('lights are being computed');
    if (await this.analysing.isUnderWay(manager, roundId)) throw new JobMustWait('the round is being analysed');
    if (await this.units.isEarlierUnderWay(manager, roundId)) throw new JobMustWait('earlier alerts are looked at');
    if (!(await this.mark.run(roundId))) return;
    await fanOut(
      groupsOf(await this.units.ofRound(manager, roundId)).map(({ organisationIds, projects }) => ({
        definition: evaluateUnitsJob,
        payload: { roundId, organisationIds },
        key: unitsKey(roundId, organisationIds),
        units: Math.max(1, projects),
      })),
    );
  }
}

function groupsOf(units: readonly { readonly organisationId: string; readonly projects: number }[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { organisationId, projects } of units) {
    const last = groups.at(-1);
    if (last === undefined || last.projects >= GROUP_SIZE) groups.push({ organisationIds: [organisationId], projects });
    else {
      last.organisationIds.push(organisationId);
      last.projects += projects;
    }
  }
  return groups;
}

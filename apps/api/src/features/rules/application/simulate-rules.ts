import { assessProject, changeRank, comparePacks, type PackTrial, type ProjectAssessment } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import { judgedInput, LightRepository, type LightRows } from '../../monitoring/index.js';
import type { SimulationPayload } from '../jobs/simulate.jobs.js';
import type { RuleSimulationChange } from '../persistence/rule-simulation-change.entity.js';
import { RuleSimulationRepository } from '../persistence/rule-simulation.repository.js';
import { SummaryOfTrials } from './simulation-summary.js';

/** Projects that are in memory at once. */
const CHUNK = 500;

/**
 * R50: judges the stored inputs of a round's lights by other rules and keeps what would change. The lights themselves are
 * only read. Changes are stored chunk by chunk, so that memory is bounded; the result counts once it is finished, and
 * what a broken-off try has stored the next one replaces.
 */
@Injectable()
export class SimulateRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lights: LightRepository,
    private readonly simulations: RuleSimulationRepository,
    private readonly clock: Clock,
  ) {}

  async run(id: string, { roundId, actor, content }: SimulationPayload, pace: Pace): Promise<void> {
    const startedAt = this.clock.now();
    const simulation = { id, roundId, content, requestedBy: actor, startedAt, finishedAt: null, summary: null };
    await this.uow.run((manager) => this.simulations.begin(manager, simulation));
    const total = await this.lights.count(this.uow.reader, roundId);
    const summary = new SummaryOfTrials();
    let [done, last] = [0, ''];
    for (;;) {
      const rows = await this.lights.ofRound(this.uow.reader, roundId, last, CHUNK);
      if (rows.length === 0) break;
      last = rows.at(-1)?.project.projectId ?? last;
      const trials: PackTrial[] = [];
      for (const row of rows) {
        const trial = trialOf(row, content);
        trials.push(trial);
        summary.add(trial);
        done += 1;
        pace.report(done, Math.max(done, total));
        await pace.breathe();
      }
      const changes = changesOf(id, trials);
      await this.uow.run((manager) => this.simulations.addChanges(manager, changes));
    }
    const end = { finishedAt: this.clock.now(), summary: summary.result() };
    await this.uow.run((manager) => this.simulations.finish(manager, id, end));
  }
}

function trialOf(row: LightRows, content: SimulationPayload['content']): PackTrial {
  const { assessment, projectId } = row.project;
  const indicators = row.indicators.map((indicator) => indicator.assessment);
  const before: ProjectAssessment = { ...assessment, goals: { ...assessment.goals, indicators } };
  return { projectId, before, after: assessProject(judgedInput(row, content)) };
}

function changesOf(simulationId: string, trials: readonly PackTrial[]): RuleSimulationChange[] {
  const byProject = new Map(trials.map((trial) => [trial.projectId, trial]));
  return comparePacks(trials).changes.flatMap(({ projectId, indicators }) => {
    const trial = byProject.get(projectId);
    if (trial === undefined) return [];
    const { before, after } = trial;
    return {
      id: newId(),
      simulationId,
      projectId,
      changeRank: changeRank(before.light, after.light),
      lightFrom: before.light,
      lightTo: after.light,
      budgetFen: before.spend.adjustedBudgetFen,
      assessed: { before: withoutIndicators(before), after: withoutIndicators(after), indicators },
    };
  });
}

function withoutIndicators({ goals, ...rest }: ProjectAssessment) {
  const { indicators: _indicators, ...summary } = goals;
  return { ...rest, goals: summary };
}

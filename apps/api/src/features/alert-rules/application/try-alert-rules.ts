import { evaluateAlertRules, type AlertRuleSet, type Period } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import { LightRepository } from '../../monitoring/index.js';
import type { AlertTrialPayload } from '../jobs/try-alert-rules.jobs.js';
import { AlertFactsQuery } from '../persistence/alert-facts.query.js';
import { AlertRuleTrialRepository } from '../persistence/alert-rule-trial.repository.js';
import type { AlertRuleTrialAlert } from '../persistence/alert-rule-trial-alert.entity.js';
import { AlertRuleSets } from './alert-rule-sets.js';
import { alertRank, turnsOf, type TurnedAlert } from './alert-turns.js';
import type { ProjectToAlert } from './project-to-alert.js';
import { TrialCounts, type RoundCount } from './trial-summary.js';

/** Of each round, rule and turn so many are kept to be listed; all are counted. */
export const MOST_LISTED = 1000;

interface Trial {
  readonly id: string;
  readonly period: Period;
  readonly current: AlertRuleSet;
  readonly tried: AlertRuleSet;
}

/**
 * Judges past rounds by alert rules before they are switched on, beside the rules that count. Nothing but the trial itself is
 * stored, chunk by chunk, so that memory is bounded; the result counts once it is finished, and what a broken-off try has
 * stored the next one replaces.
 */
@Injectable()
export class TryAlertRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly facts: AlertFactsQuery,
    private readonly lights: LightRepository,
    private readonly rules: AlertRuleSets,
    private readonly trials: AlertRuleTrialRepository,
    private readonly clock: Clock,
  ) {}

  async run(id: string, { rounds, actor, content }: AlertTrialPayload, pace: Pace): Promise<void> {
    const { reader } = this.uow;
    const { ref, set } = await this.rules.current(reader);
    const startedAt = this.clock.now();
    const begun = { id, content, comparedWith: ref, requestedBy: actor, startedAt, finishedAt: null, summary: null };
    await this.uow.run((manager) => this.trials.begin(manager, begun));
    let total = 0;
    for (const { roundId } of rounds) total += await this.lights.count(reader, roundId);
    let done = 0;
    const onProjects = (count: number): Promise<void> => {
      done += count;
      pace.report(done, Math.max(done, total));
      return pace.pause();
    };
    const counts: RoundCount[] = [];
    for (const { roundId, year, month } of rounds) {
      const trial = { id, period: { year, month }, current: set, tried: content };
      counts.push(await this.tryRound(trial, roundId, onProjects));
    }
    const end = { finishedAt: this.clock.now(), summary: { rounds: counts } };
    await this.uow.run((manager) => this.trials.finish(manager, id, end));
  }

  private async tryRound(
    trial: Trial,
    roundId: string,
    onProjects: (count: number) => Promise<void>,
  ): Promise<RoundCount> {
    const counts = new TrialCounts(trial.period);
    for await (const projects of this.facts.chunks(this.uow.reader, roundId)) {
      const listed = projects.flatMap((project) => listedOf(trial, project, counts));
      if (listed.length > 0) await this.uow.run((manager) => this.trials.addAlerts(manager, listed));
      counts.addProjects(projects.length);
      await onProjects(projects.length);
    }
    return counts.result();
  }
}

function listedOf(trial: Trial, { projectId, facts }: ProjectToAlert, counts: TrialCounts): AlertRuleTrialAlert[] {
  const [current, tried] = [trial.current, trial.tried].map((set) => evaluateAlertRules(facts, set));
  return turnsOf(current ?? [], tried ?? [])
    .filter((turned) => counts.add(turned) <= MOST_LISTED)
    .map((turned) => rowOf(trial, projectId, turned));
}

const rowOf = ({ id, period }: Trial, projectId: string, turned: TurnedAlert): AlertRuleTrialAlert => ({
  id: newId(),
  trialId: id,
  ...period,
  projectId,
  kind: turned.alert.kind,
  severity: turned.alert.severity,
  turn: turned.turn,
  alertRank: alertRank(turned),
  reason: turned.alert.reason,
});

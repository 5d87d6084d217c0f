import { setImmediate as nextTurn } from 'node:timers/promises';
import { changeOfAlert, evaluateAlertRules, type AlertKind, type RaisedAlert } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AlertFactsQuery, AlertRuleSets, type ProjectToAlert } from '../../alert-rules/index.js';
import { UnitsToAnalyse } from '../../analysis/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { Workdays } from '../../work-calendar/index.js';
import { AlertRoundRepository } from '../persistence/alert-round.repository.js';
import { AlertRepository } from '../persistence/alert.repository.js';
import { ProjectAlerts } from '../persistence/project-alerts.query.js';
import { applyChange } from './apply-change.js';
import { closed } from './changed-alert.js';
import { evaluateProject } from './evaluate-project.js';
import type { Evaluation } from './evaluation.js';
import { MarkRound } from './mark-round.js';
import { OutcomeList } from './outcome-list.js';
import { StoreOutcome } from './store-outcome.js';

/**
 * Looks at the alerts of some units in a round and stores what the rules say now: what is new, what holds again or no
 * longer, and what of earlier rounds has recovered. May run again at any time with the same result.
 */
@Injectable()
export class EvaluateUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly facts: AlertFactsQuery,
    private readonly ruleSets: AlertRuleSets,
    private readonly workdays: Workdays,
    private readonly analysing: UnitsToAnalyse,
    private readonly marks: AlertRoundRepository,
    private readonly mark: MarkRound,
    private readonly alerts: AlertRepository,
    private readonly ofProjects: ProjectAlerts,
    private readonly store: StoreOutcome,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string, organisationIds: readonly string[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round === null) return;
      const evaluation = await this.evaluation(manager, round);
      const outcomes = new OutcomeList(roundId);
      for await (const projects of this.facts.chunks(manager, roundId, { organisationIds })) {
        const settled = await this.settled(manager, roundId, projects);
        await this.chunk(manager, round, settled, evaluation, outcomes);
        // The embedded database answers without waiting, so that requests would have to wait for all of them.
        await nextTurn();
      }
      const gone = await this.ofProjects.withoutLight(manager, roundId, organisationIds);
      for (const alert of await this.alerts.hold(manager, gone)) {
        if (alert.state !== 'closed') outcomes.change(closed(alert, 'project-gone', evaluation.now));
      }
      await this.store.run(manager, outcomes, evaluation);
    });
  }

  /**
   * Without the units that are about to be analysed anew: their forecasts are of older lights, and they are looked at
   * afterwards anyway.
   */
  private async settled(
    manager: EntityManager,
    roundId: string,
    projects: readonly ProjectToAlert[],
  ): Promise<readonly ProjectToAlert[]> {
    const units = [...new Set(projects.map(({ organisationId }) => organisationId))];
    const busy = await this.analysing.busy(manager, roundId, units);
    return busy.size === 0 ? projects : projects.filter(({ organisationId }) => !busy.has(organisationId));
  }

  private async chunk(
    manager: EntityManager,
    round: MonitoringRound,
    projects: readonly ProjectToAlert[],
    evaluation: Evaluation,
    outcomes: OutcomeList,
  ): Promise<void> {
    const ids = projects.map(({ projectId }) => projectId);
    const standing = await this.ofProjects.standing(manager, round.id, ids);
    const earlier = await this.ofProjects.ofRounds(manager, evaluation.earlierRoundIds, ids);
    const judged = new Map(projects.map((project) => [project.projectId, judgedBy(project, evaluation)]));
    const changing: string[] = [];
    const recovered: string[] = [];
    for (const [id, { project, found }] of judged) {
      const outcome = evaluateProject(project, found, standing.get(id) ?? [], earlier.get(id) ?? [], evaluation);
      outcomes.raise(outcome);
      changing.push(...outcome.changing);
      recovered.push(...outcome.recovered);
    }
    // Somebody may have answered meanwhile: what counts is the alert as it is once it is held.
    for (const alert of await this.alerts.hold(manager, changing)) {
      const { project, found } = judged.get(alert.projectId) as JudgedProject;
      const change = changeOfAlert(project, alert, found.get(alert.kind), evaluation);
      if (change !== null) outcomes.change(applyChange(alert, change, project.organisationId, evaluation));
    }
    for (const alert of await this.alerts.hold(manager, recovered)) outcomes.recover(alert, evaluation.now);
  }

  private async evaluation(manager: EntityManager, round: MonitoringRound): Promise<Evaluation> {
    const { live } = await this.mark.require(manager, round);
    const { ref, set } = await this.ruleSets.current(manager);
    const today = this.clock.today();
    const earlier = await this.rounds.before(manager, round.year, round.month);
    return {
      roundId: round.id,
      mode: !live ? 'history' : (await this.marks.isFollowed(manager, round.id)) ? 'past' : 'current',
      set,
      ruleSetRef: ref,
      now: this.clock.now(),
      today,
      deadline: await this.workdays.add(manager, today, set.answerDays),
      escalatesOn: await this.workdays.add(manager, today, set.escalateDays),
      earlierRoundIds: earlier.map(({ id }) => id),
    };
  }
}

/** A project with what the rules say of it now. */
interface JudgedProject {
  readonly project: ProjectToAlert;
  readonly found: ReadonlyMap<AlertKind, RaisedAlert>;
}

const judgedBy = (project: ProjectToAlert, { set }: Evaluation): JudgedProject => ({
  project,
  found: new Map(evaluateAlertRules(project.facts, set).map((each) => [each.kind, each])),
});

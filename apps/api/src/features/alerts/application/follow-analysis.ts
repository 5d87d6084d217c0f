import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { alertRulesPublished } from '../../alert-rules/index.js';
import { roundToAnalyse, unitAnalysed } from '../../analysis/index.js';
import { beforeProjectsRemoved, projectsRemoved } from '../../targets/index.js';
import { AlertRemoval } from '../persistence/alert-removal.repository.js';
import { UnitsToEvaluate } from '../persistence/units-to-evaluate.query.js';
import { AskEvaluation } from './ask-evaluation.js';

/**
 * Keeps alerts up with what they are decided by: each subscriber stores its job in the transaction of the change. They
 * follow the analysis, which follows the lights: an alert about a forecast is never decided by that of older lights. A round
 * that is analysed as a whole is looked at as a whole, once.
 */
@Injectable()
export class FollowAnalysis implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly ask: AskEvaluation,
    private readonly units: UnitsToEvaluate,
    private readonly removal: AlertRemoval,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundToAnalyse, async (manager, { roundId }) => {
      await this.ask.round(manager, roundId);
    });

    this.events.subscribe(unitAnalysed, async (manager, { roundId, organisationId, asPart }) => {
      if (!asPart) await this.ask.unit(manager, roundId, organisationId);
    });

    this.events.subscribe(alertRulesPublished, async (manager, { actor, jobIds }) => {
      for (const roundId of await this.units.roundsInForce(manager)) {
        jobIds.push(await this.ask.round(manager, roundId, actor));
      }
    });

    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.removal.seenTo(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-alerts' });
      }
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      await this.removal.removeOf(manager, projectIds);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import { TargetRepository } from '../../targets/index.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import { DecemberRows } from './december-rows.js';
import { draftedEvaluation } from './drafted-evaluation.js';
import { evaluationsDrafted } from './evaluation.events.js';

/** Projects of one transaction. */
const CHUNK = 500;

type Progress = (done: number, total: number) => Promise<void>;

/**
 * Makes a draft of every project that the locked round of December has judged, some hundred in a transaction. Who has one
 * keeps it, so that it may run again after it was cut off or called off; 人员类 projects are only counted.
 */
@Injectable()
export class DraftEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly lights: LightRepository,
    private readonly targets: TargetRepository,
    private readonly december: DecemberRows,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @param progress throws where the work was called off; what is made by then stays */
  async run(year: number, progress: Progress): Promise<void> {
    const { reader } = this.uow;
    const { roundId } = await this.years.require(reader, year);
    const total = await this.lights.count(reader, roundId);
    let after = '';
    let done = 0;
    let exempt = 0;
    for (;;) {
      await progress(done, total);
      const some = await this.lights.ofRound(reader, roundId, after, CHUNK);
      const last = some.at(-1);
      if (last === undefined) break;
      const evaluated = some.filter(({ project }) => !project.exempt);
      await this.uow.run((manager) => this.draft(manager, year, evaluated));
      exempt += some.length - evaluated.length;
      done += some.length;
      after = last.project.projectId;
    }
    await this.uow.run((manager) => this.end(manager, year, exempt));
    await progress(total, total);
  }

  private async end(manager: EntityManager, key: number, exempt: number): Promise<void> {
    await this.years.update(manager, key, { exempt });
    const year = await this.years.require(manager, key);
    await this.events.publish(manager, evaluationsDrafted({ year }));
  }

  /** The projects are held, so that the undo of an import does not take one away meanwhile. */
  private async draft(manager: EntityManager, key: number, some: readonly LightRows[]): Promise<void> {
    const year = await this.years.hold(manager, key, 'shared');
    await this.targets.lockProjects(
      manager,
      some.map(({ project }) => project.projectId),
    );
    const missing = new Set(
      await this.evaluations.without(
        manager,
        some.map(({ project }) => project.projectId),
      ),
    );
    const rows = some.filter(({ project }) => missing.has(project.projectId));
    if (rows.length > 0) await this.evaluations.insert(manager, await this.draftsOf(manager, year, rows));
  }

  private async draftsOf(manager: EntityManager, year: EvaluationYear, rows: readonly LightRows[]) {
    const rules = await this.rules.content(manager, year.rulesRef);
    const settings = {
      year: year.year,
      frame: year.frame,
      rulesRef: year.rulesRef,
      rules,
      now: this.clock.now(),
    };
    const december = await this.december.of(manager, year, rows);
    return december.map((each) => draftedEvaluation(each, settings));
  }
}

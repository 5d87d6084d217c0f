import { isEvaluationEditable, type EvaluationRules } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AuditLog } from '../../audit/index.js';
import { LightRepository } from '../../monitoring/index.js';
import { ReopeningRepository } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { accountedRow } from './accounted-row.js';
import { contentChanges } from './content-changes.js';
import { correctedRow, doesDecemberDiffer } from './corrected-row.js';
import { DecemberRows } from './december-rows.js';
import { correctedDecember, type DecemberOf } from './drafted-evaluation.js';

/** Evaluations of one transaction. */
const CHUNK = 500;

type Progress = (done: number, total: number) => Promise<void>;

interface Corrected {
  readonly before: SelfEvaluation;
  readonly after: SelfEvaluation;
}

/**
 * Compares the self-evaluations of a year with its December, which was corrected since: those that the unit still has follow it,
 * those that were handed in keep what they say and show the difference. It ends with the same rows however often it runs.
 */
@Injectable()
export class CorrectEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly lights: LightRepository,
    private readonly targets: TargetRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly december: DecemberRows,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @param progress throws where the work was called off; what is done by then stays */
  async run(year: number, progress: Progress): Promise<void> {
    const { reader } = this.uow;
    const total = await this.evaluations.count(reader, year);
    let after = '';
    let done = 0;
    for (;;) {
      await progress(done, total);
      const ids = await this.evaluations.idsAfter(reader, year, after, CHUNK);
      const last = ids.at(-1);
      if (last === undefined) return;
      await this.uow.run((manager) => this.correct(manager, year, ids));
      done += ids.length;
      after = last;
    }
  }

  /**
   * The projects are held, so that nobody opens December of one again meanwhile. One that is open is left for the lock that ends
   * it: what is typed there is not settled.
   */
  private async correct(manager: EntityManager, key: number, ids: readonly string[]): Promise<void> {
    const seen = await this.evaluations.byIds(manager, ids);
    const projectIds = seen.map(({ projectId }) => projectId);
    const year = await this.years.hold(manager, key, 'shared');
    await this.targets.lockProjects(manager, projectIds);
    const open = await this.reopenings.liveOf(manager, year.roundId, projectIds);
    const settled = projectIds.filter((id) => !open.has(id));
    const lights = await this.lights.ofProjects(manager, year.roundId, settled);
    const december = await this.december.of(manager, year, [...lights.values()]);
    const ofProject = new Map(december.map((each) => [each.lights.project.projectId, each]));
    const rules = await this.rules.content(manager, year.rulesRef);
    const corrected = (await this.evaluations.hold(manager, ids)).flatMap((before): Corrected[] => {
      const now = ofProject.get(before.projectId);
      const after = now && followed(before, now, { year, rules });
      return after ? [{ before, after }] : [];
    });
    await this.store(manager, corrected);
  }

  private async store(manager: EntityManager, corrected: readonly Corrected[]): Promise<void> {
    await this.evaluations.replace(
      manager,
      corrected.map(({ after }) => after),
    );
    await this.audit.recordMany(
      manager,
      corrected
        .filter(({ before, after }) => before.version !== after.version)
        .map(({ before, after }) => ({
          actor: 'system',
          action: 'evaluations.follow-december' as const,
          subject: `self-evaluation/${after.id}`,
          ...contentChanges(before, after),
        })),
    );
  }
}

interface ScoredBy {
  readonly year: EvaluationYear;
  readonly rules: EvaluationRules;
}

/** The row as it is to be; null where it stays. */
function followed(row: SelfEvaluation, now: DecemberOf, { year, rules }: ScoredBy): SelfEvaluation | null {
  const december = correctedDecember(now);
  const differs = doesDecemberDiffer(row, december);
  if (!isEvaluationEditable(row.state)) {
    if (!differs && row.december === null) return null;
    return { ...row, december: differs ? december : null };
  }
  if (!differs) return null;
  const corrected = correctedRow(row, december);
  const scored = accountedRow(corrected, { rules, account: now.account });
  return { ...corrected, ...scored, rulesRef: year.rulesRef, version: row.version + 1 };
}

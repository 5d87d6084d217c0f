import { draftWeights, proposedPoints, type EvaluationRules } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { countedScore, ownScores, scoresOf } from './scored-evaluation.js';

/** Evaluations of one transaction. */
const CHUNK = 500;

type Progress = (done: number, total: number) => Promise<void>;

/**
 * Scores all evaluations of a year by the rules that finance has chosen since. The frame weighs only drafts that nobody has changed
 * yet: what a person typed stays. It ends with the rows as the year says, whichever of several changes asked for it.
 */
@Injectable()
export class RescoreEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly evaluations: SelfEvaluationRepository,
  ) {}

  async run(year: number, progress: Progress): Promise<void> {
    const total = await this.evaluations.count(this.uow.reader, year);
    let after = '';
    let done = 0;
    for (;;) {
      await progress(done, total);
      const ids = await this.evaluations.idsAfter(this.uow.reader, year, after, CHUNK);
      const last = ids.at(-1);
      if (last === undefined) return;
      await this.uow.run((manager) => this.rescore(manager, year, ids));
      done += ids.length;
      after = last;
    }
  }

  private async rescore(manager: EntityManager, key: number, ids: readonly string[]): Promise<void> {
    const year = await this.years.hold(manager, key, 'shared');
    const rules = await this.rules.content(manager, year.rulesRef);
    const rows = await this.evaluations.hold(manager, ids);
    const changed = rows.filter(({ state }) => state !== 'accepted').map((row) => rescored(row, year, rules));
    await this.evaluations.replace(manager, changed);
  }
}

function rescored(row: SelfEvaluation, year: EvaluationYear, rules: EvaluationRules): SelfEvaluation {
  const untouched = row.state === 'draft' && row.updatedBy === null;
  const weighed = untouched ? reweighed(row, year, rules) : row;
  const own = { ...weighed, rulesRef: year.rulesRef, version: row.version + 1, ...ownScores(weighed, rules) };
  if (row.state !== 'departmentApproved') return own;
  const departmentScores = scoresOf(own, rules, row.departmentPoints);
  return { ...own, departmentScores, ...countedScore(departmentScores) };
}

function reweighed(row: SelfEvaluation, { frame }: EvaluationYear, rules: EvaluationRules): SelfEvaluation {
  const { leaves } = row.content;
  const printed = (id: string): number | null => row.drafted.printedWeights[id] ?? null;
  const toWeigh = leaves.map(({ id, target }) => ({ id, target, printedWeight: printed(id) }));
  const { source, weights } = draftWeights(toWeigh, frame, rules);
  const weighed = leaves.map((leaf) => {
    const weight = weights[leaf.id] ?? 0;
    return { ...leaf, weight, chosenPoints: proposedPoints(leaf.answer, weight) };
  });
  const content = { ...row.content, leaves: weighed };
  return { ...row, frame: source === 'frame' ? frame : null, content };
}

import type { EvaluationRules, EvaluationScores } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluatedProjectsQuery } from '../persistence/evaluated-projects.query.js';
import { EvaluationPlacesQuery } from '../persistence/evaluation-places.query.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import type { PlacedEvaluation } from './evaluation-access.js';
import { countedScores } from './scored-evaluation.js';

/** The self-evaluation of a project with everything that a form or a report prints of it. */
export interface EvaluationOfProject extends PlacedEvaluation {
  readonly rules: EvaluationRules;
  /** Of the highest level that has scored it. */
  readonly scores: EvaluationScores;
}

export interface RecordsWanted {
  readonly year: number;
  /** Path prefixes of the organisations; whoever asks has to be allowed to read there. */
  readonly paths: readonly string[];
  /** Only these projects; left out: all. */
  readonly projectIds?: readonly string[];
  /** Evaluations per chunk. */
  readonly size?: number;
}

const CHUNK = 200;

/** Self-evaluations of a year as rows, for papers: some at a time, so that memory is bounded, by unit and name. */
@Injectable()
export class EvaluationRecords {
  constructor(
    private readonly evaluated: EvaluatedProjectsQuery,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly places: EvaluationPlacesQuery,
    private readonly rules: EvaluationRuleRepository,
  ) {}

  async *chunks(
    manager: EntityManager,
    { year, paths, projectIds, size = CHUNK }: RecordsWanted,
  ): AsyncGenerator<readonly EvaluationOfProject[]> {
    const wanted = projectIds && new Set(projectIds);
    const rows = await this.evaluated.run(manager, year, paths);
    const ids = rows
      .filter(({ projectId }) => wanted?.has(projectId) ?? true)
      .sort(
        (a, b) => compare(a.path, b.path) || compare(a.projectName, b.projectName) || compare(a.projectId, b.projectId),
      )
      .map(({ evaluationId }) => evaluationId);
    const rules = await this.rules.byRef(manager);
    for (let start = 0; start < ids.length; start += size) {
      const some = await this.evaluations.byIds(manager, ids.slice(start, start + size));
      yield await this.placed(manager, some, rules);
    }
  }

  private async placed(
    manager: EntityManager,
    rows: readonly SelfEvaluation[],
    rules: ReadonlyMap<string, EvaluationRules>,
  ): Promise<readonly EvaluationOfProject[]> {
    const places = await this.places.of(manager, rows);
    return rows.map((row) => {
      const ofRow = rules.get(row.rulesRef);
      if (ofRow === undefined) throw new Error(`There are no rules ${row.rulesRef}`);
      const place = { project: places.project(row.projectId), unit: places.unit(row.organisationId) };
      return { row, ...place, rules: ofRow, scores: countedScores(row) };
    });
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

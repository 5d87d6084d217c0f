import type { EvaluationReportFacts, EvaluationRules, ReportedEvaluation, ReportPlace } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pace } from '../../../platform/runtime/pace.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { EvaluationRecords } from '../../self-evaluation/index.js';
import { EvaluationSurroundings, type ReportedYear } from '../persistence/evaluation-surroundings.query.js';
import { reportedEvaluation } from './reported-evaluation.js';

/** What a year without any evaluation is graded by; nothing is. */
const NO_GRADES = { gradesFrom: { excellent: 90, good: 80, fair: 60 } } as const;

/** Reads everything that a self-evaluation report is made of. */
@Injectable()
export class LoadEvaluationFacts {
  constructor(
    private readonly records: EvaluationRecords,
    private readonly surroundings: EvaluationSurroundings,
  ) {}

  /**
   * @param path of the organisation whose report it is
   * @throws DomainError `evaluation-year-not-open`
   */
  async run(
    manager: EntityManager,
    place: ReportPlace,
    path: string,
    year: number,
    pace: Pace,
  ): Promise<EvaluationReportFacts> {
    const opened = await this.surroundings.opened(manager, year);
    if (opened === null) throw new DomainError('evaluation-year-not-open', { year });
    const about = { year, roundId: opened.roundId, path };
    const { evaluations, rules } = await this.evaluations(manager, about, pace);
    return {
      place,
      year,
      roundId: opened.roundId,
      submitBy: opened.submitBy,
      rules: { gradesFrom: (rules ?? NO_GRADES).gradesFrom },
      evaluations,
      goals: await this.surroundings.goals(manager, about),
      rectifications: await this.surroundings.rectifications(manager, about),
      measures: await this.surroundings.measures(manager, about),
    };
  }

  private async evaluations(manager: EntityManager, { year, roundId, path }: ReportedYear, pace: Pace) {
    const evaluations: ReportedEvaluation[] = [];
    let rules: EvaluationRules | null = null;
    for await (const chunk of this.records.chunks(manager, { year, paths: [path] })) {
      const ids = chunk.map(({ row }) => row.projectId);
      const received = await this.surroundings.received(manager, roundId, ids);
      evaluations.push(...chunk.map((each) => reportedEvaluation(each, received.get(each.row.projectId) ?? null)));
      rules = chunk[0]?.rules ?? rules;
      await pace.pause();
    }
    return { evaluations, rules };
  }
}

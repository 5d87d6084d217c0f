import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EVERYWHERE } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { EvaluationRecords, type EvaluationOfProject } from '../../self-evaluation/index.js';
import { EvaluationSealHashes } from '../persistence/evaluation-seal-hashes.query.js';
import type { ProjectToWrite } from '../persistence/export-projects.query.js';
import { evaluationForm } from './evaluation-form.js';
import type { FormSource, GatheredForm } from './form-source.js';

/** The self-evaluation forms of a year. A project whose self-evaluation was not opened has none. */
@Injectable()
export class EvaluationForms {
  constructor(
    private readonly records: EvaluationRecords,
    private readonly seals: EvaluationSealHashes,
    private readonly names: PeopleNames,
  ) {}

  open(year: number): FormSource {
    return { roundState: null, of: (manager, projects) => this.gather(manager, year, projects) };
  }

  private async gather(
    manager: EntityManager,
    year: number,
    projects: readonly ProjectToWrite[],
  ): Promise<readonly GatheredForm[]> {
    const projectIds = projects.map(({ id }) => id);
    const found = new Map<string, EvaluationOfProject>();
    // Who asks has narrowed the projects to what may be read.
    for await (const some of this.records.chunks(manager, { year, paths: [EVERYWHERE], projectIds })) {
      for (const each of some) found.set(each.row.projectId, each);
    }
    const rows = [...found.values()].map(({ row }) => row);
    const hashes = await this.seals.of(
      manager,
      rows.map(({ id }) => id),
    );
    const nameOf = await this.names.of(
      manager,
      rows.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]),
    );
    return projects.flatMap((project) => {
      const evaluation = found.get(project.id);
      if (evaluation === undefined) return [];
      const { id, state, version } = evaluation.row;
      const evaluationState = { state, version, sealHash: hashes.get(id) ?? null };
      return [{ project, data: evaluationForm(project, evaluation, nameOf), evaluationState }];
    });
  }
}

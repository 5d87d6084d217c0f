import { formDifferences, SIGNATURE_FIELDS, type FormData } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PaperDifference } from '../http/papers.dto.js';
import { ExportProjectsQuery } from '../persistence/export-projects.query.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import type { Paper } from '../persistence/paper.entity.js';
import { FormSources } from './form-sources.js';
import { contentOf } from './paper-content.js';

/** A field of a paper that is blank in the system by now, because the project is gone. */
const GONE = { field: '项目名称', label: '项目名称' };

/** What the system says otherwise by now than a paper that it gave out. */
@Injectable()
export class ChangedSince {
  constructor(
    private readonly sources: FormSources,
    private readonly projects: ExportProjectsQuery,
  ) {}

  /** @param forms some hundred of the paper's */
  async of(manager: EntityManager, paper: Paper, forms: readonly PaperForm[]): Promise<readonly PaperDifference[]> {
    const source = await this.sources.open(manager, paper.kind, paper.year, paper.month);
    const projects = await this.projects.of(
      manager,
      forms.map(({ projectId }) => projectId),
    );
    const present = new Map((await source.of(manager, projects)).map(({ project, data }) => [project.id, data]));
    const all: PaperDifference[] = [];
    for (const form of forms) all.push(...differencesOf(form, await contentOf(form), present.get(form.projectId)));
    return all;
  }
}

function differencesOf(
  { projectId, projectName }: PaperForm,
  said: FormData,
  now: FormData | undefined,
): readonly PaperDifference[] {
  if (now === undefined) return [{ projectId, projectName, ...GONE, said: projectName, stands: null }];
  return formDifferences(said, now, SIGNATURE_FIELDS).map((each) => ({ projectId, projectName, ...each }));
}

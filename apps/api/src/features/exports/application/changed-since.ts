import { formDifferences, SIGNATURE_FIELDS, type FormData } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { PaperDifference } from '../http/papers.dto.js';
import { ExportProjectsQuery } from '../persistence/export-projects.query.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import type { Paper } from '../persistence/paper.entity.js';
import { FormSources } from './form-sources.js';
import { contentOf } from './paper-content.js';

/** A field of a paper that is blank in the system by now, because the project is gone. */
const GONE = { field: '项目名称', label: '项目名称' };

/** A form of a paper, with the paper. */
export interface FormOfPaper {
  readonly paper: Paper;
  readonly form: PaperForm;
}

/** What the system says otherwise by now than papers that it gave out. */
@Injectable()
export class ChangedSince {
  constructor(
    private readonly sources: FormSources,
    private readonly projects: ExportProjectsQuery,
  ) {}

  /** @param forms some hundred; @returns the differences of each form by its id, none for one of which nothing has changed */
  async of(
    manager: EntityManager,
    forms: readonly FormOfPaper[],
  ): Promise<ReadonlyMap<string, readonly PaperDifference[]>> {
    const all = new Map<string, readonly PaperDifference[]>();
    for (const some of groupBy(forms, ({ paper }) => `${paper.kind} ${paper.year} ${paper.month}`).values()) {
      const present = await this.present(manager, some);
      for (const { form } of some) {
        const differences = differencesOf(form, await contentOf(form), present.get(form.projectId));
        if (differences.length > 0) all.set(form.id, differences);
      }
    }
    return all;
  }

  /** The forms of one kind and period as they would be given out now, by project. */
  private async present(manager: EntityManager, forms: readonly FormOfPaper[]): Promise<ReadonlyMap<string, FormData>> {
    const [first] = forms;
    if (first === undefined) return new Map();
    const { kind, year, month } = first.paper;
    const source = await this.sources.open(manager, kind, year, month);
    const ids = new Set(forms.map(({ form }) => form.projectId));
    const gathered = await source.of(manager, await this.projects.of(manager, [...ids]));
    return new Map(gathered.map(({ project, data }) => [project.id, data]));
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

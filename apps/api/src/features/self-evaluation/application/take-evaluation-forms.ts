import { isEvaluationEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError, type FieldIssue } from '../../../platform/runtime/domain-error.js';
import type { EvaluationFormsResult } from '../http/evaluation-forms.dto.js';
import type { EvaluationInputBody } from '../http/evaluations.dto.js';
import { FinalAccountRepository, type AccountedProject } from '../persistence/final-account.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import { contentChanges } from './content-changes.js';
import { readEvaluationForms, type EvaluationForm } from './form-file/read-evaluation-forms.js';
import { writtenByForm } from './form-file/written-by-form.js';
import { SaveEvaluation } from './save-evaluation.js';

/** Longest list of cells at fault in one answer. */
const MAX_ISSUES = 500;

interface PlannedForm {
  readonly row: SelfEvaluation;
  readonly project: AccountedProject;
  readonly input: EvaluationInputBody;
  /** Fields that it changes, and indicators by name. */
  readonly changes: readonly string[];
}

/**
 * Takes official forms of self-evaluation in that were filled in by hand, all of a file or nothing: each is saved as if it had been
 * typed on the page.
 */
@Injectable()
export class TakeEvaluationForms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: FinalAccountRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly save: SaveEvaluation,
  ) {}

  /**
   * @throws DomainError what reading a document refuses, `evaluation-form-missing`, `evaluation-forms-refused` with every cell at
   *   fault, of a dry run too
   */
  async run(
    user: CurrentUser,
    year: number,
    file: { readonly name: string; readonly bytes: Uint8Array },
    { dryRun }: { readonly dryRun: boolean },
    remoteAddress?: string,
  ): Promise<EvaluationFormsResult> {
    const forms = await readEvaluationForms(file);
    if (dryRun) return resultOf(year, await this.plan(this.uow.reader, user, year, forms), false);
    return this.uow.run(async (manager) => {
      const planned = await this.plan(manager, user, year, forms);
      for (const { row, input, changes } of planned) {
        if (changes.length > 0) await this.save.run(user, row.id, input, remoteAddress);
      }
      return resultOf(year, planned, true);
    });
  }

  private async plan(
    manager: EntityManager,
    user: CurrentUser,
    year: number,
    forms: readonly EvaluationForm[],
  ): Promise<readonly PlannedForm[]> {
    const names = [...new Set(forms.map(({ data }) => data.projectName))];
    const codes = [...new Set(forms.flatMap(({ data }) => data.projectCode ?? []))];
    const paths = scopeOf(user, 'evaluations.write');
    const projects = await this.projects.projects(manager, year, paths, { codes, names });
    const rows = await this.evaluations.ofProjects(
      manager,
      projects.map(({ id }) => id),
    );
    const planned: PlannedForm[] = [];
    const issues: FieldIssue[] = [];
    for (const form of forms) {
      const found = placed(form, year, projects, rows);
      if ('issue' in found) issues.push(found.issue);
      else if (planned.some(({ row }) => row.id === found.row.id)) issues.push(issueOf(form, 'evaluation-form-twice'));
      else {
        const { input, content, issues: faults } = writtenByForm(found.row, form);
        issues.push(...faults);
        const { after } = contentChanges(found.row, { frame: input.frame, content });
        planned.push({ ...found, input, changes: Object.keys(after) });
      }
    }
    if (issues.length > 0) {
      throw new DomainError('evaluation-forms-refused', { faults: issues.length }, issues.slice(0, MAX_ISSUES));
    }
    return planned;
  }
}

type Placed = Pick<PlannedForm, 'row' | 'project'> | { readonly issue: FieldIssue };

/** A code counts before a name; a name has to be that of one project within reach. */
function placed(
  form: EvaluationForm,
  year: number,
  projects: readonly AccountedProject[],
  rows: ReadonlyMap<string, SelfEvaluation>,
): Placed {
  const { data } = form;
  if (data.year !== 0 && data.year !== year) {
    return { issue: issueOf(form, 'evaluation-form-other-year', { year: data.year, wanted: year }) };
  }
  const byCode = data.projectCode === null ? [] : projects.filter(({ code }) => code === data.projectCode);
  const [project, other] = byCode.length > 0 ? byCode : projects.filter(({ name }) => name === data.projectName);
  const row = project && rows.get(project.id);
  if (project === undefined || row === undefined) return { issue: issueOf(form, 'evaluation-form-unknown') };
  if (other !== undefined) return { issue: issueOf(form, 'evaluation-form-ambiguous') };
  if (!isEvaluationEditable(row.state)) return { issue: issueOf(form, 'evaluation-form-handed-in') };
  return { project, row };
}

const issueOf = (
  { data, at, places }: EvaluationForm,
  code: string,
  params: FieldIssue['params'] = {},
): FieldIssue => ({
  path: places['projectName'] ?? at,
  code,
  params: { project: data.projectName, ...params },
});

const resultOf = (year: number, planned: readonly PlannedForm[], saved: boolean): EvaluationFormsResult => ({
  year,
  saved,
  forms: planned.map(({ row, project, changes }) => ({
    evaluationId: row.id,
    projectId: project.id,
    projectName: project.name,
    changes: [...changes],
  })),
});

import { CreateTable, id, idOf, money, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateProjectFinding1767225600187 extends CreateTable {
  override readonly name = 'CreateProjectFinding1767225600187';
  protected override readonly table = 'project_finding';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('organisation_id'),
      whole('ordinal'),
      string('code', 32),
      string('indicator_type', 16, OPTIONAL),
      money('budget_fen'),
      text('finding'),
    ],
    index: {
      ix_project_finding_round_code: ['round_id', 'code', 'budget_fen'],
      ix_project_finding_round_unit: ['round_id', 'organisation_id'],
      ix_project_finding_project: ['project_id'],
    },
    references: {
      fk_project_finding_round: ['round_id', 'monitoring_round.id'],
      fk_project_finding_project: ['project_id', 'project.id'],
    },
  };
}

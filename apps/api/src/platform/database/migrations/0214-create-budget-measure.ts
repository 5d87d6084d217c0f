import {
  CreateTable,
  day,
  id,
  idOf,
  instant,
  money,
  OPTIONAL,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateBudgetMeasure1767225600214 extends CreateTable {
  override readonly name = 'CreateBudgetMeasure1767225600214';
  protected override readonly table = 'budget_measure';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      idOf('organisation_id'),
      idOf('round_id', OPTIONAL),
      string('kind', 12),
      money('amount_fen', OPTIONAL),
      text('reason'),
      text('next_year_note', OPTIONAL),
      string('state', 12),
      string('proposed_by', 64),
      string('proposed_for', 64, OPTIONAL),
      instant('proposed_at'),
      string('decided_by', 64, OPTIONAL),
      instant('decided_at', OPTIONAL),
      text('message', OPTIONAL),
      string('posted_by', 64, OPTIONAL),
      instant('posted_at', OPTIONAL),
      day('effective_on', OPTIONAL),
      idOf('adjustment_id', OPTIONAL),
      string('lifted_by', 64, OPTIONAL),
      instant('lifted_at', OPTIONAL),
      whole('version'),
    ],
    index: {
      ix_budget_measure_project: ['project_id'],
      ix_budget_measure_state: ['state'],
    },
    references: {
      fk_budget_measure_project: ['project_id', 'project.id'],
      fk_budget_measure_organisation: ['organisation_id', 'organisation.id'],
      fk_budget_measure_round: ['round_id', 'monitoring_round.id'],
      fk_budget_measure_adjustment: ['adjustment_id', 'budget_adjustment.id'],
    },
  };
}

import {
  CreateTable,
  OPTIONAL,
  flag,
  id,
  idOf,
  instant,
  money,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateProjectLight1767225600019 extends CreateTable {
  override readonly name = 'CreateProjectLight1767225600019';
  protected override readonly table = 'project_light';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('organisation_id'),
      string('light', 8),
      whole('light_rank'),
      string('spend_light', 8),
      string('goal_light', 8),
      string('reason', 32),
      money('gap_to_plan', OPTIONAL),
      money('gap_to_straight_line', OPTIONAL),
      money('adjusted_budget_fen', OPTIONAL),
      money('expenditure_fen', OPTIONAL),
      flag('not_reported'),
      flag('awaiting_report'),
      flag('exempt'),
      whole('target_version'),
      idOf('rule_pack_ref'),
      text('assessment'),
      text('inputs'),
      instant('computed_at'),
    ],
    unique: {
      uq_project_light_round_project: ['round_id', 'project_id'],
    },
    index: {
      ix_project_light_project: ['project_id'],
      ix_project_light_round_rank: ['round_id', 'light_rank'],
    },
    references: {
      fk_project_light_round: ['round_id', 'monitoring_round.id'],
      fk_project_light_project: ['project_id', 'project.id'],
      fk_project_light_organisation: ['organisation_id', 'organisation.id'],
      fk_project_light_rule_pack: ['rule_pack_ref', 'rule_pack_version.ref'],
    },
  };
}

import { CreateTable, flag, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateDepartmentGoalResult1767225600180 extends CreateTable {
  override readonly name = 'CreateDepartmentGoalResult1767225600180';
  protected override readonly table = 'department_goal_result';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('organisation_id'),
      string('goal_key', 64),
      whole('goal_ordinal'),
      text('goal_title'),
      text('goal_text'),
      string('sentence_key', 64),
      whole('sentence_ordinal'),
      text('sentence'),
      text('inputs'),
      text('reasons'),
      text('reason_note', OPTIONAL),
      flag('in_force'),
      string('light', 8),
      text('assessment'),
      idOf('rule_pack_ref'),
      whole('version'),
      instant('saved_at'),
      string('saved_by', 64),
      string('saved_for', 64, OPTIONAL),
    ],
    unique: {
      uq_department_goal_result_sentence: ['round_id', 'organisation_id', 'sentence_key'],
    },
    index: {
      ix_department_goal_result_organisation: ['organisation_id'],
    },
    references: {
      fk_department_goal_result_round: ['round_id', 'monitoring_round.id'],
      fk_department_goal_result_organisation: ['organisation_id', 'organisation.id'],
      fk_department_goal_result_rule_pack: ['rule_pack_ref', 'rule_pack_version.ref'],
    },
  };
}

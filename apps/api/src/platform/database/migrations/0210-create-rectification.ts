import {
  CreateTable,
  day,
  flag,
  id,
  idOf,
  instant,
  OPTIONAL,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateRectification1767225600210 extends CreateTable {
  override readonly name = 'CreateRectification1767225600210';
  protected override readonly table = 'rectification';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('source', 16),
      idOf('project_id', OPTIONAL),
      idOf('organisation_id'),
      idOf('round_id', OPTIONAL),
      text('finding'),
      string('reference', 100, OPTIONAL),
      string('owner', 64, OPTIONAL),
      text('measures', OPTIONAL),
      day('deadline', OPTIONAL),
      string('state', 12),
      text('message', OPTIONAL),
      flag('carried_over'),
      idOf('carried_from_id', OPTIONAL),
      string('opened_by', 64),
      instant('opened_at'),
      string('submitted_by', 64, OPTIONAL),
      string('submitted_for', 64, OPTIONAL),
      instant('submitted_at', OPTIONAL),
      string('accepted_by', 64, OPTIONAL),
      instant('accepted_at', OPTIONAL),
      instant('closed_at', OPTIONAL),
      string('closing', 12, OPTIONAL),
      string('light_before', 8, OPTIONAL),
      string('light_after', 8, OPTIONAL),
      string('effect', 12, OPTIONAL),
      idOf('effect_round_id', OPTIONAL),
      whole('version'),
    ],
    index: {
      ix_rectification_project: ['project_id', 'state'],
      ix_rectification_organisation: ['organisation_id', 'state'],
      ix_rectification_deadline: ['state', 'deadline'],
    },
    references: {
      fk_rectification_project: ['project_id', 'project.id'],
      fk_rectification_organisation: ['organisation_id', 'organisation.id'],
      fk_rectification_round: ['round_id', 'monitoring_round.id'],
      fk_rectification_carried_from: ['carried_from_id', 'project.id'],
      fk_rectification_effect_round: ['effect_round_id', 'monitoring_round.id'],
    },
  };
}

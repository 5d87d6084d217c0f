import { AddIndex } from './add-index.js';

/** The list of a round in its order, with what it is narrowed, counted and otherwise ordered by. */
export class AddProjectLightOrder1767225600193 extends AddIndex {
  override readonly name = 'AddProjectLightOrder1767225600193';
  protected override readonly table = 'project_light';
  protected override readonly index = {
    name: 'ix_project_light_order',
    columns: [
      'round_id',
      'list_order',
      'project_id',
      'organisation_id',
      'light',
      'gap_to_plan',
      'gap_to_straight_line',
      'adjusted_budget_fen',
      'not_reported',
      'awaiting_report',
      'mismatch',
    ],
  };
  protected override readonly replaced = 'ix_project_light_list';
}

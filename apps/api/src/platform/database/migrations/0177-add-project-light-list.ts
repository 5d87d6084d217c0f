import { AddIndex } from './add-index.js';

/** What the list of a round is narrowed, counted and ordered by, so that its pages are found without reading the rows. */
export class AddProjectLightList1767225600177 extends AddIndex {
  override readonly name = 'AddProjectLightList1767225600177';
  protected override readonly table = 'project_light';
  protected override readonly index = {
    name: 'ix_project_light_list',
    columns: [
      'round_id',
      'light_rank',
      'gap_to_plan',
      'gap_to_straight_line',
      'adjusted_budget_fen',
      'organisation_id',
      'project_id',
      'light',
      'not_reported',
      'awaiting_report',
      'mismatch',
    ],
  };
  protected override readonly replaced = 'ix_project_light_round_rank';
}

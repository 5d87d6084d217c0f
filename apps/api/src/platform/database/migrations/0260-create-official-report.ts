import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateOfficialReport1767225600260 extends CreateTable {
  override readonly name = 'CreateOfficialReport1767225600260';
  protected override readonly table = 'official_report';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('kind', 16),
      whole('year'),
      whole('month'),
      idOf('organisation_id'),
      string('state', 12),
      whole('version'),
      whole('sealed_version', OPTIONAL),
      string('title', 300),
      text('message', OPTIONAL),
      text('written_by'),
      string('created_by', 64),
      instant('created_at'),
      string('updated_by', 64),
      instant('updated_at'),
    ],
    unique: { uq_official_report_place: ['kind', 'year', 'month', 'organisation_id'] },
    index: {
      ix_official_report_organisation: ['organisation_id'],
      ix_official_report_period: ['year', 'month'],
    },
    references: { fk_official_report_organisation: ['organisation_id', 'organisation.id'] },
  };
}

import {
  CreateTable,
  OPTIONAL,
  day,
  decimal,
  flag,
  id,
  idOf,
  string,
  text,
  whole,
  type TablePlan,
} from './create-table.js';

export class CreateIndicator1767225600012 extends CreateTable {
  override readonly name = 'CreateIndicator1767225600012';
  protected override readonly table = 'indicator';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('target_version_id'),
      idOf('lineage_id'),
      whole('ordinal'),
      string('level1', 64),
      string('level2', 64),
      string('name', 500),
      text('description', OPTIONAL),
      text('raw_value'),
      string('operator', 16),
      decimal('number', OPTIONAL),
      string('unit', 64, OPTIONAL),
      day('due_date', OPTIONAL),
      decimal('gate', OPTIONAL),
      flag('operator_printed'),
      string('direction', 16, OPTIONAL),
      flag('direction_inferred'),
      flag('direction_confirmed'),
      string('kind', 20),
      whole('assessed_from'),
      text('basis', OPTIONAL),
      string('source_at', 100, OPTIONAL),
    ],
    unique: {
      uq_indicator_version_ordinal: ['target_version_id', 'ordinal'],
    },
    index: {
      ix_indicator_lineage: ['lineage_id'],
    },
    references: {
      fk_indicator_version: ['target_version_id', 'target_version.id'],
    },
  };
}

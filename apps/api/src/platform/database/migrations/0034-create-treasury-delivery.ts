import { CreateTable, id, instant, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateTreasuryDelivery1767225600034 extends CreateTable {
  override readonly name = 'CreateTreasuryDelivery1767225600034';
  protected override readonly table = 'treasury_delivery';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      instant('delivered_at'),
      string('delivered_by', 64),
      string('channel', 8),
      string('source_name', 200, OPTIONAL),
      string('file_sha256', 64, OPTIONAL),
      string('basis', 16),
      whole('coverage_from', OPTIONAL),
      whole('coverage_to', OPTIONAL),
      whole('row_count'),
      whole('new_count'),
      whole('changed_count'),
      whole('unchanged_count'),
      whole('refused_count'),
      whole('warning_count'),
    ],
    index: {
      ix_treasury_delivery_year: ['year', 'delivered_at'],
    },
    references: {
      fk_treasury_delivery_year: ['year', 'fiscal_year.year'],
    },
  };
}

import { CreateTable, id, idOf, instant, text, type TablePlan } from './create-table.js';

export class CreateForecastBackTest1767225600179 extends CreateTable {
  override readonly name = 'CreateForecastBackTest1767225600179';
  protected override readonly table = 'forecast_back_test';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('organisation_id'), instant('computed_at'), text('rounds'), text('years'), text('months')],
    unique: { uq_forecast_back_test_organisation: ['organisation_id'] },
  };
}

import { CreateTable, id, idOf, money, OPTIONAL, string, whole, type TablePlan } from './create-table.js';

export class CreateProjectForecast1767225600185 extends CreateTable {
  override readonly name = 'CreateProjectForecast1767225600185';
  protected override readonly table = 'project_forecast';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('organisation_id'),
      money('budget_fen', OPTIONAL),
      money('spent_fen', OPTIONAL),
      money('planned_fen', OPTIONAL),
      money('execution_rate', OPTIONAL),
      money('goal_percent', OPTIONAL),
      whole('as_of_month', OPTIONAL),
      string('method', 16, OPTIONAL),
      string('no_forecast', 16, OPTIONAL),
      money('forecast_fen', OPTIONAL),
      money('lower_fen', OPTIONAL),
      money('upper_fen', OPTIONAL),
      string('interval_basis', 16, OPTIONAL),
      string('pool_name', 200, OPTIONAL),
      money('forecast_percent', OPTIONAL),
      money('unspent_fen', OPTIONAL),
      string('likelihood', 16, OPTIONAL),
    ],
    unique: {
      uq_project_forecast_round_project: ['round_id', 'project_id'],
    },
    index: {
      ix_project_forecast_round_unit: ['round_id', 'organisation_id'],
      ix_project_forecast_round_percent: ['round_id', 'forecast_percent'],
      ix_project_forecast_round_unspent: ['round_id', 'unspent_fen'],
      ix_project_forecast_project: ['project_id'],
    },
    references: {
      fk_project_forecast_round: ['round_id', 'monitoring_round.id'],
      fk_project_forecast_project: ['project_id', 'project.id'],
    },
  };
}

import { CreateTable, id, idOf, instant, money, OPTIONAL, whole, type TablePlan } from './create-table.js';

export class CreateTreasuryFigure1767225600035 extends CreateTable {
  override readonly name = 'CreateTreasuryFigure1767225600035';
  protected override readonly table = 'treasury_figure';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('project_id'),
      whole('year'),
      whole('month'),
      whole('revision'),
      money('expenditure_fen', OPTIONAL),
      money('fiscal_fen', OPTIONAL),
      money('other_fen', OPTIONAL),
      money('released_fen', OPTIONAL),
      money('received_fen', OPTIONAL),
      idOf('delivery_id'),
      instant('recorded_at'),
      instant('superseded_at', OPTIONAL),
    ],
    unique: {
      uq_treasury_figure_project_month_revision: ['project_id', 'month', 'revision'],
    },
    index: {
      ix_treasury_figure_year_month: ['year', 'month'],
      ix_treasury_figure_delivery: ['delivery_id'],
    },
    references: {
      fk_treasury_figure_project: ['project_id', 'project.id'],
      fk_treasury_figure_delivery: ['delivery_id', 'treasury_delivery.id'],
    },
  };
}

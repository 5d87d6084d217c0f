import { CreateTable, instant, string, text, whole, wholeKey, type TablePlan } from './create-table.js';

export class CreateWorkCalendar1767225600194 extends CreateTable {
  override readonly name = 'CreateWorkCalendar1767225600194';
  protected override readonly table = 'work_calendar';
  protected override readonly plan: TablePlan = {
    columns: [
      wholeKey('year'),
      text('source'),
      text('days'),
      whole('version'),
      instant('changed_at'),
      string('changed_by', 64),
    ],
  };
}

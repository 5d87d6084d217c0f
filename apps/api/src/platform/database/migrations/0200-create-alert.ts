import { CreateTable, day, flag, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateAlert1767225600200 extends CreateTable {
  override readonly name = 'CreateAlert1767225600200';
  protected override readonly table = 'alert';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('round_id'),
      idOf('project_id'),
      idOf('organisation_id'),
      string('kind', 32),
      string('severity', 8),
      string('state', 16),
      string('suspension', 16, OPTIONAL),
      text('reason'),
      string('rule_set_ref', 64),
      instant('raised_at'),
      day('raised_on'),
      day('deadline', OPTIONAL),
      day('escalates_on', OPTIONAL),
      string('level', 16),
      instant('escalated_at', OPTIONAL),
      instant('acknowledged_at', OPTIONAL),
      string('acknowledged_by', 64, OPTIONAL),
      string('acknowledged_by_name', 200, OPTIONAL),
      string('answer', 16, OPTIONAL),
      text('answer_text', OPTIONAL),
      instant('answered_at', OPTIONAL),
      string('answered_by', 64, OPTIONAL),
      string('answered_by_name', 200, OPTIONAL),
      whole('response_days', OPTIONAL),
      flag('in_time', OPTIONAL),
      instant('closed_at', OPTIONAL),
      string('closing', 16, OPTIONAL),
      whole('recurrences'),
      whole('consecutive'),
      string('on_site_check', 8, OPTIONAL),
      text('on_site_note', OPTIONAL),
      whole('version'),
    ],
    unique: { uq_alert_round_project_kind: ['round_id', 'project_id', 'kind'] },
    index: {
      ix_alert_round_unit: ['round_id', 'organisation_id', 'state'],
      ix_alert_project: ['project_id'],
      ix_alert_state: ['state', 'severity', 'deadline'],
      ix_alert_escalates: ['state', 'escalates_on'],
    },
    references: {
      fk_alert_round: ['round_id', 'monitoring_round.id'],
      fk_alert_project: ['project_id', 'project.id'],
    },
  };
}

import { CreateTable, OPTIONAL, flag, id, idOf, instant, string, text, whole, type TablePlan } from './create-table.js';

export class CreateJobRun1767225600021 extends CreateTable {
  override readonly name = 'CreateJobRun1767225600021';
  protected override readonly table = 'job_run';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('name', 100),
      string('job_key', 200),
      string('slot', 310, OPTIONAL),
      text('payload'),
      string('status', 16),
      whole('attempts'),
      whole('max_attempts'),
      whole('backoff_ms'),
      instant('run_after'),
      string('lease_owner', 100, OPTIONAL),
      instant('lease_until', OPTIONAL),
      flag('cancel_requested'),
      whole('done'),
      whole('total'),
      text('error', OPTIONAL),
      string('requested_by', 64, OPTIONAL),
      idOf('parent_id', OPTIONAL),
      instant('created_at'),
      instant('started_at', OPTIONAL),
      instant('finished_at', OPTIONAL),
    ],
    unique: {
      uq_job_run_slot: ['slot'],
    },
    index: {
      ix_job_run_created: ['created_at'],
      ix_job_run_parent: ['parent_id'],
      ix_job_run_name_key: ['name', 'job_key'],
      ix_job_run_status_run_after: ['status', 'run_after'],
    },
  };
}

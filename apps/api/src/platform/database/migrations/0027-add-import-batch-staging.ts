import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, flag, idOf, instant, string, text, whole } from './create-table.js';

/** `"code"` stands once in each remark of the JSON. */
const REMARKS = `(length(warnings) - length(replace(warnings, '"code"', ''))) / 6`;

export class AddImportBatchStaging1767225600027 extends AddColumns {
  override readonly name = 'AddImportBatchStaging1767225600027';
  protected override readonly table = 'import_batch';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(idOf('upload_id'), 'id'),
      backfilled(whole('ordinal'), '0'),
      backfilled(string('status', 16), `'saved'`),
      backfilled(whole('bytes'), '0'),
      backfilled(flag('file_kept'), '0'),
      whole('year_inferred', OPTIONAL),
      backfilled(whole('unchanged_projects'), '0'),
      backfilled(whole('missing_projects'), '0'),
      backfilled(whole('refused_projects'), '0'),
      backfilled(whole('indicators'), '0'),
      backfilled(whole('warning_count'), REMARKS),
      text('department_goals', OPTIONAL),
      text('failure', OPTIONAL),
      { ...instant('saved_at', OPTIONAL), backfill: 'imported_at' },
      { ...string('saved_by', 64, OPTIONAL), backfill: 'imported_by' },
      idOf('undo_job_id', OPTIONAL),
      instant('undone_at', OPTIONAL),
      string('undone_by', 64, OPTIONAL),
    ],
    relaxed: [whole('year', OPTIONAL), idOf('organisation_id', OPTIONAL)],
    unique: { uq_import_batch_upload_ordinal: ['upload_id', 'ordinal'] },
    index: { ix_import_batch_sha256: ['sha256'] },
    references: { fk_import_batch_upload: ['upload_id', 'import_upload.id'] },
  };
}

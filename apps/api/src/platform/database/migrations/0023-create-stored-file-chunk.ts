import { CreateTable, blob, id, wholeKey, type TablePlan } from './create-table.js';

export class CreateStoredFileChunk1767225600023 extends CreateTable {
  override readonly name = 'CreateStoredFileChunk1767225600023';
  protected override readonly table = 'stored_file_chunk';
  protected override readonly plan: TablePlan = {
    columns: [id('sha256', 64), wholeKey('ordinal'), blob('content')],
    references: {
      fk_stored_file_chunk_file: ['sha256', 'stored_file.sha256'],
    },
  };
}

export { ImportsModule } from './imports.module.js';
export { importsMessages } from './messages.js';
export type { TargetFile } from './application/parse-documents.js';
export { ImportBatchesQuery } from './application/import-batches.query.js';
export { ImportDocuments } from './application/import-documents.js';
export { ImportResultQuery, type ImportResult } from './application/import-result.query.js';
export { UndoImport } from './application/undo-import.js';

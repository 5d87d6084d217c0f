export { ImportsModule } from './imports.module.js';
export { importsMessages } from './messages.js';
export type { TargetFile } from './application/parse-documents.js';
export type { ImportRequest } from './application/plan-import.js';
export { PreviewImport } from './application/preview-import.js';
export { SaveImport } from './application/save-import.js';
export { ImportResult } from './http/imports.dto.js';

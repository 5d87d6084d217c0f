export { ExportsModule } from './exports.module.js';
export { exportsMessages } from './messages.js';
export { RequestExport } from './application/request-export.js';
export { CheckPaper } from './application/check-paper.js';
export { ExportFileQuery } from './application/export-file.query.js';
export { ExportsQuery } from './application/exports.query.js';
export type { PaperCheck, PaperFinding, ReportPaperView } from './http/papers.dto.js';

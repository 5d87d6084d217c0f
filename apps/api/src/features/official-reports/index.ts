export { OfficialReportsModule } from './official-reports.module.js';
export { officialReportsMessages } from './messages.js';
export { officialReportStepped } from './application/report.events.js';
export { ReportPapers } from './application/report-papers.js';
export type { PlacedReportPaper } from './persistence/report-paper.repository.js';

export { ReportingModule } from './reporting.module.js';
export { reportingMessages } from './messages.js';
export { assessmentInput, reopenedInput } from './application/assessment-input.js';
export { answerOf, type AnswerFields } from './application/indicator-answer.js';
export { EndReporting } from './application/end-reporting.js';
export { LockPace } from './application/lock-pace.js';
export { LockRound, type LockOptions } from './application/lock-round.js';
export { MakeReportWorkbook } from './application/make-report-workbook.js';
export { OpenRound } from './application/open-round.js';
export {
  actualReported,
  deadlineChanged,
  reportingEnded,
  reportsStepped,
  roundLocked,
  roundLocking,
  roundOpened,
  rulePackChanged,
} from './application/reporting.events.js';
export { PreviousReports, type PreviousReport } from './application/previous-reports.js';
export { reportDifferences } from './application/report-differences.js';
export {
  owedBy,
  ReportProgressQuery,
  type ProjectUnit,
  type ReportProgress,
} from './application/report-progress.query.js';
export { contentOfDocument, reportDocument, type ReportDocument } from './application/report-document.js';
export { ReportUploads } from './application/report-uploads.js';
export { requireOpen } from './application/require-open.js';
export { requireWholeCounty } from './application/require-whole-county.js';
export { CloseReopening } from './application/close-reopening.js';
export { ReopenReport } from './application/reopen-report.js';
export { ResumeReporting } from './application/resume-reporting.js';
export { roundView } from './application/round-view.js';
export { SaveBulkReports } from './application/save-bulk-reports.js';
export { SaveReport } from './application/save-report.js';
export { TakeReportFile } from './application/take-report-file.js';
export { TakeSteps } from './application/take-steps.js';
export { checkStep, type TakenStep } from './application/step-check.js';
export { UnitDeadlines, type UnitDeadline } from './application/unit-deadlines.js';
export { NOTHING_REPORTED, type StoredReport } from './application/stored-report.js';
export { ReportFileResult } from './http/report-files.dto.js';
export { BulkReportInput, BulkReportResult, RoundView } from './http/reporting.dto.js';
export { MonitoringRound } from './persistence/monitoring-round.entity.js';
export { ReopeningRepository } from './persistence/reopening.repository.js';
export { ReportStatesQuery, type ReportStates } from './persistence/report-states.query.js';
export type { ReportAttachment } from './persistence/report-attachment.entity.js';
export { ReportAttachmentRepository } from './persistence/report-attachment.repository.js';
export { ReportRepository } from './persistence/report.repository.js';
export { ReportedQuery } from './persistence/reported.query.js';
export { RoundException } from './persistence/round-exception.entity.js';
export { RoundExceptionRepository } from './persistence/round-exception.repository.js';
export { RoundRepository } from './persistence/round.repository.js';

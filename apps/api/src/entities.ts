import { AlertRuleTrialAlert } from './features/alert-rules/persistence/alert-rule-trial-alert.entity.js';
import { AlertRuleTrial } from './features/alert-rules/persistence/alert-rule-trial.entity.js';
import { AlertRuleVersion } from './features/alert-rules/persistence/alert-rule-version.entity.js';
import { AlertRound } from './features/alerts/persistence/alert-round.entity.js';
import { AlertStep } from './features/alerts/persistence/alert-step.entity.js';
import { Alert } from './features/alerts/persistence/alert.entity.js';
import { ProjectFinding } from './features/analysis/persistence/project-finding.entity.js';
import { ProjectForecast } from './features/analysis/persistence/project-forecast.entity.js';
import { UnitOutlook } from './features/analysis/persistence/unit-outlook.entity.js';
import { AuditChainHead } from './features/audit/persistence/audit-chain-head.entity.js';
import { AuditEntry } from './features/audit/persistence/audit-entry.entity.js';
import { ApiToken } from './features/identity/persistence/api-token.entity.js';
import { FormerPassword } from './features/identity/persistence/former-password.entity.js';
import { SignInFailure } from './features/identity/persistence/sign-in-failure.entity.js';
import { UserAccount } from './features/identity/persistence/user-account.entity.js';
import { UserDelegation } from './features/identity/persistence/user-delegation.entity.js';
import { UserRole } from './features/identity/persistence/user-role.entity.js';
import { UserSession } from './features/identity/persistence/user-session.entity.js';
import { ImportBatch } from './features/imports/persistence/import-batch.entity.js';
import { ImportProject } from './features/imports/persistence/import-project.entity.js';
import { ImportUnit } from './features/imports/persistence/import-unit.entity.js';
import { ImportUpload } from './features/imports/persistence/import-upload.entity.js';
import { FormTemplateVersion } from './features/exports/persistence/form-template.entity.js';
import { PaperExport } from './features/exports/persistence/paper-export.entity.js';
import { PaperForm } from './features/exports/persistence/paper-form.entity.js';
import { Paper } from './features/exports/persistence/paper.entity.js';
import { ForecastBackTest } from './features/monitoring/persistence/forecast-back-test.entity.js';
import { LightSummaryRequest } from './features/monitoring/persistence/light-summary-request.entity.js';
import { LightSummaryState } from './features/monitoring/persistence/light-summary-state.entity.js';
import { LightSummary } from './features/monitoring/persistence/light-summary.entity.js';
import { ProjectLight } from './features/monitoring/persistence/project-light.entity.js';
import { VerificationSample } from './features/monitoring/persistence/verification-sample.entity.js';
import { VerifiedResult } from './features/monitoring/persistence/verified-result.entity.js';
import { OfficialReport } from './features/official-reports/persistence/official-report.entity.js';
import { OfficialReportVersion } from './features/official-reports/persistence/official-report-version.entity.js';
import { ReportPaper } from './features/official-reports/persistence/report-paper.entity.js';
import { Organisation } from './features/organisations/persistence/organisation.entity.js';
import { BudgetMeasure } from './features/rectification/persistence/budget-measure.entity.js';
import { FollowUpStep } from './features/rectification/persistence/follow-up-step.entity.js';
import { NamedUnit } from './features/rectification/persistence/named-unit.entity.js';
import { RectificationAlert } from './features/rectification/persistence/rectification-alert.entity.js';
import { RectificationFile } from './features/rectification/persistence/rectification-file.entity.js';
import { Rectification } from './features/rectification/persistence/rectification.entity.js';
import { Supervision } from './features/rectification/persistence/supervision.entity.js';
import { IndicatorResult } from './features/reporting/persistence/indicator-result.entity.js';
import { Channel } from './features/channels/persistence/channel.entity.js';
import { DeliveryAttempt } from './features/channels/persistence/delivery-attempt.entity.js';
import { Delivery } from './features/channels/persistence/delivery.entity.js';
import { NotificationPreference } from './features/channels/persistence/notification-preference.entity.js';
import { OutgoingMessage } from './features/channels/persistence/outgoing-message.entity.js';
import { ProjectComment } from './features/comments/persistence/project-comment.entity.js';
import { Notification } from './features/notifications/persistence/notification.entity.js';
import { MonitoringRound } from './features/reporting/persistence/monitoring-round.entity.js';
import { ProjectReport } from './features/reporting/persistence/project-report.entity.js';
import { ReportReopening } from './features/reporting/persistence/report-reopening.entity.js';
import { ReportAttachment } from './features/reporting/persistence/report-attachment.entity.js';
import { ReportUpload } from './features/reporting/persistence/report-upload.entity.js';
import { ReportStep } from './features/reporting/persistence/report-step.entity.js';
import { ReportedExpenditure } from './features/reporting/persistence/reported-expenditure.entity.js';
import { RoundException } from './features/reporting/persistence/round-exception.entity.js';
import { RoundSealPart } from './features/seals/persistence/round-seal-part.entity.js';
import { RoundSeal } from './features/seals/persistence/round-seal.entity.js';
import { SealCheck } from './features/seals/persistence/seal-check.entity.js';
import { SealChain } from './features/seals/persistence/seal-chain.entity.js';
import { EvaluationRuleVersion } from './features/self-evaluation/persistence/evaluation-rule-version.entity.js';
import { EvaluationYear } from './features/self-evaluation/persistence/evaluation-year.entity.js';
import { FinalAccount } from './features/self-evaluation/persistence/final-account.entity.js';
import { SelfEvaluationSeal } from './features/self-evaluation/persistence/self-evaluation-seal.entity.js';
import { SelfEvaluationStep } from './features/self-evaluation/persistence/self-evaluation-step.entity.js';
import { SelfEvaluation } from './features/self-evaluation/persistence/self-evaluation.entity.js';
import { RuleSimulationChange } from './features/rules/persistence/rule-simulation-change.entity.js';
import { RuleSimulation } from './features/rules/persistence/rule-simulation.entity.js';
import { BudgetAdjustment } from './features/targets/persistence/budget-adjustment.entity.js';
import { DepartmentGoalDirection } from './features/department-goals/persistence/department-goal-direction.entity.js';
import { DepartmentGoalLink } from './features/department-goals/persistence/department-goal-link.entity.js';
import { DepartmentGoalResult } from './features/department-goals/persistence/department-goal-result.entity.js';
import { DepartmentGoal } from './features/targets/persistence/department-goal.entity.js';
import { FiscalYear } from './features/targets/persistence/fiscal-year.entity.js';
import { Indicator } from './features/targets/persistence/indicator.entity.js';
import { Project } from './features/targets/persistence/project.entity.js';
import { ProjectDocument } from './features/targets/persistence/project-document.entity.js';
import { TargetApproval } from './features/targets/persistence/target-approval.entity.js';
import { TargetChange } from './features/targets/persistence/target-change.entity.js';
import { RoundTarget } from './features/targets/persistence/round-target.entity.js';
import { RulePackVersion } from './features/targets/persistence/rule-pack-version.entity.js';
import { ScheduleCheckpoint } from './features/targets/persistence/schedule-checkpoint.entity.js';
import { TargetVersion } from './features/targets/persistence/target-version.entity.js';
import { StoredFileChunk } from './platform/files/stored-file-chunk.entity.js';
import { IdempotentRequest } from './platform/http/idempotency/idempotent-request.entity.js';
import { StoredFile } from './platform/files/stored-file.entity.js';
import { TreasuryDelivery } from './features/treasury/persistence/treasury-delivery.entity.js';
import { TreasuryFigure } from './features/treasury/persistence/treasury-figure.entity.js';
import { WorkCalendarYear } from './features/work-calendar/persistence/work-calendar-year.entity.js';
import { JobRun } from './platform/jobs/job-run.entity.js';

/** Every table of the database. The composition root gives it to the platform, which knows no feature. */
export const ENTITIES = [
  AuditEntry,
  AuditChainHead,
  UserAccount,
  UserRole,
  UserSession,
  UserDelegation,
  FormerPassword,
  SignInFailure,
  ApiToken,
  Organisation,
  FiscalYear,
  RulePackVersion,
  Project,
  TargetVersion,
  ScheduleCheckpoint,
  Indicator,
  BudgetAdjustment,
  DepartmentGoal,
  DepartmentGoalDirection,
  DepartmentGoalLink,
  DepartmentGoalResult,
  ImportUpload,
  ImportBatch,
  ImportUnit,
  ImportProject,
  TreasuryDelivery,
  TreasuryFigure,
  MonitoringRound,
  RoundException,
  ProjectReport,
  RoundTarget,
  ProjectDocument,
  TargetChange,
  TargetApproval,
  ReportedExpenditure,
  IndicatorResult,
  ReportStep,
  ReportAttachment,
  ReportUpload,
  ProjectComment,
  ForecastBackTest,
  ProjectLight,
  Notification,
  Channel,
  NotificationPreference,
  Delivery,
  DeliveryAttempt,
  OutgoingMessage,
  ReportReopening,
  ProjectLight,
  LightSummary,
  LightSummaryState,
  LightSummaryRequest,
  SealChain,
  RoundSeal,
  RoundSealPart,
  SealCheck,
  RuleSimulation,
  RuleSimulationChange,
  VerifiedResult,
  VerificationSample,
  ProjectForecast,
  UnitOutlook,
  ProjectFinding,
  WorkCalendarYear,
  AlertRuleVersion,
  AlertRuleTrial,
  AlertRuleTrialAlert,
  Alert,
  AlertStep,
  AlertRound,
  Rectification,
  RectificationAlert,
  RectificationFile,
  FollowUpStep,
  BudgetMeasure,
  NamedUnit,
  Supervision,
  FormTemplateVersion,
  PaperExport,
  Paper,
  PaperForm,
  OfficialReport,
  OfficialReportVersion,
  ReportPaper,
  EvaluationRuleVersion,
  EvaluationYear,
  FinalAccount,
  SelfEvaluationSeal,
  SelfEvaluationStep,
  SelfEvaluation,
  JobRun,
  StoredFile,
  StoredFileChunk,
  IdempotentRequest,
];

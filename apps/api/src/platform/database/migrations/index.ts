import { CreateOrganisation1767225600001 } from './0001-create-organisation.js';
import { CreateFiscalYear1767225600002 } from './0002-create-fiscal-year.js';
import { CreateRulePackVersion1767225600003 } from './0003-create-rule-pack-version.js';
import { CreateUserAccount1767225600004 } from './0004-create-user-account.js';
import { CreateUserRole1767225600005 } from './0005-create-user-role.js';
import { CreateUserSession1767225600006 } from './0006-create-user-session.js';
import { CreateAuditEntry1767225600007 } from './0007-create-audit-entry.js';
import { CreateImportBatch1767225600008 } from './0008-create-import-batch.js';
import { CreateProject1767225600009 } from './0009-create-project.js';
import { CreateTargetVersion1767225600010 } from './0010-create-target-version.js';
import { CreateScheduleCheckpoint1767225600011 } from './0011-create-schedule-checkpoint.js';
import { CreateIndicator1767225600012 } from './0012-create-indicator.js';
import { CreateBudgetAdjustment1767225600013 } from './0013-create-budget-adjustment.js';
import { CreateDepartmentGoal1767225600014 } from './0014-create-department-goal.js';
import { CreateMonitoringRound1767225600015 } from './0015-create-monitoring-round.js';
import { CreateProjectReport1767225600016 } from './0016-create-project-report.js';
import { CreateReportedExpenditure1767225600017 } from './0017-create-reported-expenditure.js';
import { CreateIndicatorResult1767225600018 } from './0018-create-indicator-result.js';
import { CreateProjectLight1767225600019 } from './0019-create-project-light.js';
import { CreateIndicatorLight1767225600020 } from './0020-create-indicator-light.js';
import { CreateJobRun1767225600021 } from './0021-create-job-run.js';
import { CreateStoredFile1767225600022 } from './0022-create-stored-file.js';
import { CreateStoredFileChunk1767225600023 } from './0023-create-stored-file-chunk.js';
import { CreateApiToken1767225600024 } from './0024-create-api-token.js';
import { CreateIdempotentRequest1767225600025 } from './0025-create-idempotent-request.js';
import { CreateImportUpload1767225600026 } from './0026-create-import-upload.js';
import { AddImportBatchStaging1767225600027 } from './0027-add-import-batch-staging.js';
import { CreateImportUnit1767225600028 } from './0028-create-import-unit.js';
import { CreateImportProject1767225600029 } from './0029-create-import-project.js';
import { AddIndicatorWeight1767225600030 } from './0030-add-indicator-weight.js';
import { AddTargetVersionIdentity1767225600031 } from './0031-add-target-version-identity.js';
import { CreateTreasuryDelivery1767225600034 } from './0034-create-treasury-delivery.js';
import { CreateTreasuryFigure1767225600035 } from './0035-create-treasury-figure.js';
import { AddDifferenceNote1767225600036 } from './0036-add-difference-note.js';
import { AddLightExpenditureSource1767225600037 } from './0037-add-light-expenditure-source.js';
import { CreateReportUpload1767225600038 } from './0038-create-report-upload.js';
import { AddJobFailure1767225600040 } from './0040-add-job-failure.js';
import { AddImportProjectUnderstood1767225600041 } from './0041-add-import-project-understood.js';
import { CreateAuditChain1767225600050 } from './0050-create-audit-chain.js';
import { AddAuditEntryChain1767225600051 } from './0051-add-audit-entry-chain.js';
import { ChainAuditEntries1767225600052 } from './0052-chain-audit-entries.js';
import { RequireAuditEntryChain1767225600053 } from './0053-require-audit-entry-chain.js';
import { AddOrganisationSelfApproval1767225600055 } from './0055-add-organisation-self-approval.js';
import { AddReportApproval1767225600056 } from './0056-add-report-approval.js';
import { CreateReportStep1767225600057 } from './0057-create-report-step.js';
import { CreateProjectComment1767225600058 } from './0058-create-project-comment.js';
import { CreateSignInFailure1767225600063 } from './0063-create-sign-in-failure.js';
import { AddPasswordAge1767225600064 } from './0064-add-password-age.js';
import { CreateFormerPassword1767225600065 } from './0065-create-former-password.js';
import { AddRolePeriod1767225600066 } from './0066-add-role-period.js';
import { CreateUserDelegation1767225600067 } from './0067-create-user-delegation.js';
import { AddOrganisationActive1767225600068 } from './0068-add-organisation-active.js';
import { AddSessionMethod1767225600069 } from './0069-add-session-method.js';
import { CreateReportReopening1767225600070 } from './0070-create-report-reopening.js';
import { CreateSealChain1767225600071 } from './0071-create-seal-chain.js';
import { CreateRoundSeal1767225600072 } from './0072-create-round-seal.js';
import { CreateRoundSealPart1767225600073 } from './0073-create-round-seal-part.js';
import { CreateRoundException1767225600077 } from './0077-create-round-exception.js';
import { CreateNotification1767225600078 } from './0078-create-notification.js';
import { CreateReportAttachment1767225600083 } from './0083-create-report-attachment.js';
import { CreateRoundTarget1767225600088 } from './0088-create-round-target.js';
import { PinTargetsOfRounds1767225600089 } from './0089-pin-targets-of-rounds.js';
import { CreateProjectDocument1767225600090 } from './0090-create-project-document.js';
import { CreateTargetChange1767225600091 } from './0091-create-target-change.js';
import { AddTargetVersionChange1767225600092 } from './0092-add-target-version-change.js';
import { CreateTargetApproval1767225600093 } from './0093-create-target-approval.js';
import { AddBudgetAdjustmentLevel1767225600094 } from './0094-add-budget-adjustment-level.js';
import { AddProjectContinues1767225600095 } from './0095-add-project-continues.js';
import { CreateVerifiedResult1767225600096 } from './0096-create-verified-result.js';
import { CreateVerificationSample1767225600097 } from './0097-create-verification-sample.js';
import { AddReportPrincipals1767225600098 } from './0098-add-report-principals.js';
import { AddChangePrincipal1767225600099 } from './0099-add-change-principal.js';
import { RelaxNotificationRound1767225600100 } from './0100-relax-notification-round.js';
import { DropSignInFailure1767225600110 } from './0110-drop-sign-in-failure.js';
import { CreateSignInFailureByAddress1767225600111 } from './0111-create-sign-in-failure-by-address.js';
import { AddLastSignInAddress1767225600112 } from './0112-add-last-sign-in-address.js';
import { AddReportWriters1767225600117 } from './0117-add-report-writers.js';
import { CreateSealCheck1767225600118 } from './0118-create-seal-check.js';
import { RequireOneSuccessor1767225600150 } from './0150-require-one-successor.js';
import { AddImportPrincipals1767225600151 } from './0151-add-import-principals.js';
import { AddJobPrincipal1767225600152 } from './0152-add-job-principal.js';
import { AddRulePackAuthor1767225600160 } from './0160-add-rule-pack-author.js';
import { AddFiscalYearRulePack1767225600161 } from './0161-add-fiscal-year-rule-pack.js';
import { CreateRuleSimulation1767225600162 } from './0162-create-rule-simulation.js';
import { CreateRuleSimulationChange1767225600163 } from './0163-create-rule-simulation-change.js';
import { AddProjectLightIndicators1767225600170 } from './0170-add-project-light-indicators.js';
import { MoveIndicatorLights1767225600171 } from './0171-move-indicator-lights.js';
import { DropIndicatorLight1767225600172 } from './0172-drop-indicator-light.js';
import { AddProjectLightStanding1767225600173 } from './0173-add-project-light-standing.js';
import { CreateLightSummary1767225600174 } from './0174-create-light-summary.js';
import { CreateLightSummaryState1767225600175 } from './0175-create-light-summary-state.js';
import { CreateLightSummaryRequest1767225600176 } from './0176-create-light-summary-request.js';
import { AddProjectLightList1767225600177 } from './0177-add-project-light-list.js';
import { AddProjectList1767225600178 } from './0178-add-project-list.js';
import { CreateForecastBackTest1767225600179 } from './0179-create-forecast-back-test.js';
import { CreateDepartmentGoalResult1767225600180 } from './0180-create-department-goal-result.js';
import { CreateDepartmentGoalLink1767225600181 } from './0181-create-department-goal-link.js';
import { CreateDepartmentGoalDirection1767225600182 } from './0182-create-department-goal-direction.js';
import { CreateProjectForecast1767225600185 } from './0185-create-project-forecast.js';
import { CreateUnitOutlook1767225600186 } from './0186-create-unit-outlook.js';
import { CreateProjectFinding1767225600187 } from './0187-create-project-finding.js';
import { AddCommentIndicator1767225600190 } from './0190-add-comment-indicator.js';
import { AddProjectLightPlannedAndOrder1767225600191 } from './0191-add-project-light-planned-and-order.js';
import { AddLightSummaryPlanned1767225600192 } from './0192-add-light-summary-planned.js';
import { AddProjectLightOrder1767225600193 } from './0193-add-project-light-order.js';
import { CreateWorkCalendar1767225600194 } from './0194-create-work-calendar.js';
import { CreateAlertRuleSet1767225600195 } from './0195-create-alert-rule-set.js';
import { CreateAlertRuleTrial1767225600196 } from './0196-create-alert-rule-trial.js';
import { CreateAlertRuleTrialAlert1767225600197 } from './0197-create-alert-rule-trial-alert.js';
import { CreateAlert1767225600200 } from './0200-create-alert.js';
import { CreateAlertStep1767225600201 } from './0201-create-alert-step.js';
import { CreateAlertRound1767225600202 } from './0202-create-alert-round.js';
import { CreateRectification1767225600210 } from './0210-create-rectification.js';
import { CreateRectificationAlert1767225600211 } from './0211-create-rectification-alert.js';
import { CreateRectificationFile1767225600212 } from './0212-create-rectification-file.js';
import { CreateFollowUpStep1767225600213 } from './0213-create-follow-up-step.js';
import { CreateBudgetMeasure1767225600214 } from './0214-create-budget-measure.js';
import { CreateNamedUnit1767225600215 } from './0215-create-named-unit.js';
import { CreateSupervision1767225600216 } from './0216-create-supervision.js';
import { CreateChannel1767225600220 } from './0220-create-channel.js';
import { CreateNotificationPreference1767225600221 } from './0221-create-notification-preference.js';
import { CreateDelivery1767225600222 } from './0222-create-delivery.js';
import { CreateDeliveryAttempt1767225600223 } from './0223-create-delivery-attempt.js';
import { CreateOutgoingMessage1767225600224 } from './0224-create-outgoing-message.js';
import { CreateEvaluationRuleSet1767225600230 } from './0230-create-evaluation-rule-set.js';
import { CreateEvaluationYear1767225600231 } from './0231-create-evaluation-year.js';
import { CreateSelfEvaluation1767225600232 } from './0232-create-self-evaluation.js';
import { CreateSelfEvaluationStep1767225600233 } from './0233-create-self-evaluation-step.js';
import { CreateFinalAccount1767225600234 } from './0234-create-final-account.js';
import { CreateSelfEvaluationSeal1767225600235 } from './0235-create-self-evaluation-seal.js';
import { CreateFormTemplate1767225600250 } from './0250-create-form-template.js';
import { CreatePaperExport1767225600251 } from './0251-create-paper-export.js';
import { CreatePaper1767225600252 } from './0252-create-paper.js';
import { CreatePaperForm1767225600253 } from './0253-create-paper-form.js';
import { CreateOfficialReport1767225600260 } from './0260-create-official-report.js';
import { CreateOfficialReportVersion1767225600261 } from './0261-create-official-report-version.js';
import { CreateReportPaper1767225600275 } from './0275-create-report-paper.js';
import { AddSelfEvaluationDecember1767225600285 } from './0285-add-self-evaluation-december.js';

export const MIGRATIONS_TABLE = 'schema_migration';

/**
 * All steps of the schema, oldest first. A step that has been released is never changed: another one is added, whose
 * class name ends in a greater number.
 */
export const MIGRATIONS = [
  CreateOrganisation1767225600001,
  CreateFiscalYear1767225600002,
  CreateRulePackVersion1767225600003,
  CreateUserAccount1767225600004,
  CreateUserRole1767225600005,
  CreateUserSession1767225600006,
  CreateAuditEntry1767225600007,
  CreateImportBatch1767225600008,
  CreateProject1767225600009,
  CreateTargetVersion1767225600010,
  CreateScheduleCheckpoint1767225600011,
  CreateIndicator1767225600012,
  CreateBudgetAdjustment1767225600013,
  CreateDepartmentGoal1767225600014,
  CreateMonitoringRound1767225600015,
  CreateProjectReport1767225600016,
  CreateReportedExpenditure1767225600017,
  CreateIndicatorResult1767225600018,
  CreateProjectLight1767225600019,
  CreateIndicatorLight1767225600020,
  CreateJobRun1767225600021,
  CreateStoredFile1767225600022,
  CreateStoredFileChunk1767225600023,
  CreateApiToken1767225600024,
  CreateIdempotentRequest1767225600025,
  CreateImportUpload1767225600026,
  AddImportBatchStaging1767225600027,
  CreateImportUnit1767225600028,
  CreateImportProject1767225600029,
  AddIndicatorWeight1767225600030,
  AddTargetVersionIdentity1767225600031,
  CreateTreasuryDelivery1767225600034,
  CreateTreasuryFigure1767225600035,
  AddDifferenceNote1767225600036,
  AddLightExpenditureSource1767225600037,
  CreateReportUpload1767225600038,
  AddJobFailure1767225600040,
  AddImportProjectUnderstood1767225600041,
  CreateAuditChain1767225600050,
  AddAuditEntryChain1767225600051,
  ChainAuditEntries1767225600052,
  RequireAuditEntryChain1767225600053,
  AddOrganisationSelfApproval1767225600055,
  AddReportApproval1767225600056,
  CreateReportStep1767225600057,
  CreateProjectComment1767225600058,
  CreateSignInFailure1767225600063,
  AddPasswordAge1767225600064,
  CreateFormerPassword1767225600065,
  AddRolePeriod1767225600066,
  CreateUserDelegation1767225600067,
  AddOrganisationActive1767225600068,
  AddSessionMethod1767225600069,
  CreateReportReopening1767225600070,
  CreateSealChain1767225600071,
  CreateRoundSeal1767225600072,
  CreateRoundSealPart1767225600073,
  CreateRoundException1767225600077,
  CreateNotification1767225600078,
  CreateReportAttachment1767225600083,
  CreateRoundTarget1767225600088,
  PinTargetsOfRounds1767225600089,
  CreateProjectDocument1767225600090,
  CreateTargetChange1767225600091,
  AddTargetVersionChange1767225600092,
  CreateTargetApproval1767225600093,
  AddBudgetAdjustmentLevel1767225600094,
  AddProjectContinues1767225600095,
  CreateVerifiedResult1767225600096,
  CreateVerificationSample1767225600097,
  AddReportPrincipals1767225600098,
  AddChangePrincipal1767225600099,
  RelaxNotificationRound1767225600100,
  DropSignInFailure1767225600110,
  CreateSignInFailureByAddress1767225600111,
  AddLastSignInAddress1767225600112,
  AddReportWriters1767225600117,
  CreateSealCheck1767225600118,
  RequireOneSuccessor1767225600150,
  AddImportPrincipals1767225600151,
  AddJobPrincipal1767225600152,
  AddRulePackAuthor1767225600160,
  AddFiscalYearRulePack1767225600161,
  CreateRuleSimulation1767225600162,
  CreateRuleSimulationChange1767225600163,
  AddProjectLightIndicators1767225600170,
  MoveIndicatorLights1767225600171,
  DropIndicatorLight1767225600172,
  AddProjectLightStanding1767225600173,
  CreateLightSummary1767225600174,
  CreateLightSummaryState1767225600175,
  CreateLightSummaryRequest1767225600176,
  AddProjectLightList1767225600177,
  AddProjectList1767225600178,
  CreateForecastBackTest1767225600179,
  CreateDepartmentGoalResult1767225600180,
  CreateDepartmentGoalLink1767225600181,
  CreateDepartmentGoalDirection1767225600182,
  CreateProjectForecast1767225600185,
  CreateUnitOutlook1767225600186,
  CreateProjectFinding1767225600187,
  AddCommentIndicator1767225600190,
  AddProjectLightPlannedAndOrder1767225600191,
  AddLightSummaryPlanned1767225600192,
  AddProjectLightOrder1767225600193,
  CreateWorkCalendar1767225600194,
  CreateAlertRuleSet1767225600195,
  CreateAlertRuleTrial1767225600196,
  CreateAlertRuleTrialAlert1767225600197,
  CreateAlert1767225600200,
  CreateAlertStep1767225600201,
  CreateAlertRound1767225600202,
  CreateRectification1767225600210,
  CreateRectificationAlert1767225600211,
  CreateRectificationFile1767225600212,
  CreateFollowUpStep1767225600213,
  CreateBudgetMeasure1767225600214,
  CreateNamedUnit1767225600215,
  CreateSupervision1767225600216,
  CreateChannel1767225600220,
  CreateNotificationPreference1767225600221,
  CreateDelivery1767225600222,
  CreateDeliveryAttempt1767225600223,
  CreateOutgoingMessage1767225600224,
  CreateEvaluationRuleSet1767225600230,
  CreateEvaluationYear1767225600231,
  CreateSelfEvaluation1767225600232,
  CreateSelfEvaluationStep1767225600233,
  CreateFinalAccount1767225600234,
  CreateSelfEvaluationSeal1767225600235,
  CreateFormTemplate1767225600250,
  CreatePaperExport1767225600251,
  CreatePaper1767225600252,
  CreatePaperForm1767225600253,
  CreateOfficialReport1767225600260,
  CreateOfficialReportVersion1767225600261,
  CreateReportPaper1767225600275,
  AddSelfEvaluationDecember1767225600285,
];

export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

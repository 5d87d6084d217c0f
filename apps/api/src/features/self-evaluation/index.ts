export { SelfEvaluationModule } from './self-evaluation.module.js';
export { selfEvaluationMessages } from './messages.js';
export { evaluationsDrafted, evaluationStepped, finalAccountsTaken } from './application/evaluation.events.js';
export { accountsDelivery, type AccountsDelivery } from './application/accounts-delivery.js';
export {
  FUND_PARTS,
  type DraftedFigures,
  type EvaluationContent,
  type FundPart,
  type FundParts,
  type FundsLine,
} from './application/evaluation-content.js';
export {
  evaluationFindingParams,
  type EvaluationFinding,
  type EvaluationFindingCode,
} from './application/evaluation-finding.js';
export { EvaluationListsQuery } from './application/evaluation-lists.query.js';
export { EvaluationQuery } from './application/evaluation.query.js';
export {
  EvaluationRecords,
  type EvaluationOfProject,
  type RecordsWanted,
} from './application/evaluation-records.query.js';
export { OpenEvaluationYear } from './application/open-evaluation-year.js';
export { SaveEvaluation } from './application/save-evaluation.js';
export { TakeEvaluationSteps } from './application/take-evaluation-steps.js';
export { TakeFinalAccounts } from './application/take-final-accounts.js';
export { UnitEvaluationsQuery } from './application/unit-evaluations.query.js';
export { VerifyEvaluations, type VerifiedEvaluations } from './application/verify-evaluations.js';
export type { EvaluationUnitList, UnitEvaluation } from './http/evaluation-units.dto.js';
export { EvaluationProgressQuery, type EvaluationProgress } from './persistence/evaluation-progress.query.js';
export { EvaluationYearRepository } from './persistence/evaluation-year.repository.js';
export type { EvaluationDetail, EvaluationInputBody } from './http/evaluations.dto.js';

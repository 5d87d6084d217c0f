export { MonitoringModule } from './monitoring.module.js';
export { monitoringMessages } from './messages.js';
export { answerText } from './application/answer-text.js';
export { RequestBackTest } from './application/back-test/request-back-test.js';
export { CarryOver } from './application/carry-over.js';
export { CarryOverQuery } from './application/carry-over.query.js';
export { LightsDocumentQuery, type LightsDocument } from './application/lights-document.query.js';
export { LockWhenComputed } from './application/lock-when-computed.js';
export { OverviewQuery } from './application/overview.query.js';
export { RequestRecompute } from './application/request-recompute.js';
export { WaitForLights } from './application/wait-for-lights.js';
export { LightRepository } from './persistence/light.repository.js';
export type { StoredIndicatorLight, StoredProjectAssessment } from './persistence/project-light.entity.js';
export { judgedInput, type LightRows } from './application/light-rows.js';
export { miscomputed, VerifyRoundQuery, type Verification } from './application/verify-round.query.js';
export { lightsJudged } from './application/lights-judged.event.js';
export { indicatorHistories } from './application/time-series/indicator-histories.js';
export { PoolForecastsQuery, type PoolOfProject } from './application/time-series/pool-forecasts.query.js';
export {
  resultFindings,
  rushFindings,
  spendingFindings,
  type YearOfMoney,
} from './application/time-series/project-findings.js';
export { knownMonths } from './application/time-series/project-years.js';
export { spentAt } from './application/time-series/spending-in-force.js';
export { yearEndView } from './application/time-series/year-end-view.js';
export { RecomputeJobRepository } from './persistence/recompute-job.repository.js';
export {
  SpendingHistoryRepository,
  type SpendingRecords,
  type YearEndMonth,
} from './persistence/spending-history.repository.js';

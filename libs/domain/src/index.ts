export * from './kernel/result.js';
export * from './kernel/exact.js';
export * from './kernel/calendar-date.js';
export * from './kernel/period.js';
export * from './kernel/money.js';
export { excerpt, halfWidth, isBlankCell } from './kernel/text.js';
export * from './targets/target-types.js';
export * from './targets/spend-schedule.js';
export * from './targets/budget.js';
export * from './targets/carried-balance.js';
export * from './targets/project-code.js';
export * from './targets/value-parser.js';
export * from './targets/direction.js';
export * from './targets/direction-check.js';
export * from './targets/indicator-kind.js';
export * from './targets/lint.js';
export * from './targets/change-state.js';
export * from './targets/approval-state.js';
export * from './targets/lowered-targets.js';
export { isMoneyUnit, isTimeUnit } from './targets/units.js';
export * from './targets/recognition/document-types.js';
export { cellText, visibleLines } from './targets/recognition/cell-text.js';
export { isTableHeading } from './targets/recognition/labels.js';
export * from './targets/recognition/text-blocks.js';
export * from './targets/recognition/recognise.js';
export * from './targets/recognition/target-recogniser.js';
export { WarningLimit } from './targets/recognition/warning-list.js';
export * from './targets/recognition/warning-messages.js';
export * from './reporting/report-types.js';
export * from './reporting/report-state.js';
export * from './reporting/round-window.js';
export * from './reporting/report-words.js';
export * from './reporting/read-result-cell.js';
export * from './reporting/check-report.js';
export * from './reporting/remark-rules.js';
export * from './reporting/jump.js';
export * from './reporting/missing-answers.js';
export * from './reporting/report-remarks.js';
export * from './reporting/draw-sample.js';
export * from './reporting/treasury-figures.js';
export * from './reporting/monthly-figures.js';
export * from './reporting/expenditure-in-force.js';
export * from './monitoring/rule-pack.js';
export * from './monitoring/assessment-types.js';
export * from './monitoring/spend-light.js';
export { isDue, type IndicatorContext } from './monitoring/indicator-context.js';
export { assessIndicator } from './monitoring/indicator-light.js';
export { goalLight } from './monitoring/goal-light.js';
export * from './monitoring/project-light.js';
export * from './monitoring/assess-project.js';
export * from './monitoring/original-targets.js';
export * from './monitoring/verified-lights.js';
export * from './monitoring/explain.js';
export { planAt, planAtMonth, type MonthlyExpenditure, type PlanOfYear } from './forecasting/plan-curve.js';
export * from './forecasting/cumulative-curve.js';
export * from './forecasting/earned-schedule.js';
export {
  FORECAST_METHODS,
  forecastYearEnd,
  type ForecastInput,
  type ForecastInterval,
  type ForecastMethod,
  type NoForecast,
  type YearEndForecast,
} from './forecasting/year-end-forecast.js';
export * from './forecasting/chain-ladder.js';
export * from './forecasting/pool-forecast.js';
export * from './forecasting/project-by-pool.js';
export * from './forecasting/forecast-curve.js';
export * from './forecasting/likelihood-suggestion.js';
export type { QuarterlyResult } from './forecasting/indicator-series.js';
export * from './forecasting/indicator-trend.js';
export * from './forecasting/robust-z.js';
export * from './forecasting/year-end-rush.js';
export * from './forecasting/finding.js';
export * from './forecasting/spending-anomalies.js';
export * from './forecasting/result-anomalies.js';
export * from './forecasting/explain-finding.js';
export type { PastProject } from './forecasting/past-project.js';
export type { ErrorSummary } from './forecasting/back-test-errors.js';
export * from './forecasting/back-test.js';
export * from './access/roles.js';
export * from './access/separation-of-duties.js';

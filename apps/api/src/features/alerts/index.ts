export { AlertsModule } from './alerts.module.js';
export { alertsMessages } from './messages.js';
export { AlertLife } from './application/alert-life.js';
export { AskEvaluation } from './application/ask-evaluation.js';
export { EscalateAlerts } from './application/escalate-alerts.js';
export { MarkRound } from './application/mark-round.js';
export { alertsClosed, alertsRaised, alertsStepped, type AlertRef } from './application/alert.events.js';
export type { StepActor } from './application/step-row.js';
export type { AlertStepToTake } from './application/alert-step-to-take.js';
export { TakeAlertSteps } from './application/take-alert-steps.js';
export { Alert } from './persistence/alert.entity.js';
export { AlertRepository, type AlertPlace } from './persistence/alert.repository.js';
export {
  ALERT_OCCASIONS,
  AlertOccasionsQuery,
  type AlertHappening,
  type AlertOccasion,
} from './persistence/alert-occasions.query.js';
export { UnitsToEvaluate } from './persistence/units-to-evaluate.query.js';

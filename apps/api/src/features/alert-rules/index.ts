export { AlertRulesModule } from './alert-rules.module.js';
export { alertRulesMessages } from './messages.js';
export { AlertRuleSets } from './application/alert-rule-sets.js';
export { alertRulesPublished } from './application/alert-rules.events.js';
export type { ProjectToAlert } from './application/project-to-alert.js';
export { PublishAlertRules } from './application/publish-alert-rules.js';
export { AlertFactsQuery, type FactsWanted } from './persistence/alert-facts.query.js';

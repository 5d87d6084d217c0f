export { AlertRulesModule } from './alert-rules.module.js';
export { alertRulesMessages } from './messages.js';
export { AlertRuleSets } from './application/alert-rule-sets.js';
export { alertRulesPublished } from './application/alert-rules.events.js';
export { PublishAlertRules } from './application/publish-alert-rules.js';

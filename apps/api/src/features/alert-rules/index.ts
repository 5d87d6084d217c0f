export { AlertRulesModule } from './alert-rules.module.js';
export type { ProjectToAlert } from './application/project-to-alert.js';
export { AlertFactsQuery, type FactsWanted } from './persistence/alert-facts.query.js';

import { alertRules } from './alert-rules.js';
import { evaluationRules } from './evaluation-rules.js';
import { officialReports } from './official-reports.js';
import { outputs } from './outputs.js';
import { ruleVersions } from './rule-versions.js';
import { selfEvaluation } from './self-evaluation.js';

/** Sentences of pages that nobody begins with: they come with the first page other than the overview. */
export const laterMessages = {
  ...alertRules,
  ...evaluationRules,
  ...officialReports,
  ...outputs,
  ...ruleVersions,
  ...selfEvaluation,
};
export type LaterMessages = typeof laterMessages;

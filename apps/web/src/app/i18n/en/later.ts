import type { LaterMessages } from '../zh/later.js';
import { alertRules } from './alert-rules.js';
import { evaluationRules } from './evaluation-rules.js';
import { officialReports } from './official-reports.js';
import { outputs } from './outputs.js';
import { ruleVersions } from './rule-versions.js';
import { selfEvaluation } from './self-evaluation.js';

export const laterMessages: LaterMessages = {
  ...alertRules,
  ...evaluationRules,
  ...officialReports,
  ...outputs,
  ...ruleVersions,
  ...selfEvaluation,
};

import { checkAlertRuleSet, type AlertRuleSet } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/** @throws DomainError `alert-rules-faulty` with every fault at its field (`content.rules.worsening.rounds`) */
export function checkedRules(content: AlertRuleSet): AlertRuleSet {
  const problems = checkAlertRuleSet(content);
  if (problems.length === 0) return content;
  const issues = problems.map(({ path, ...problem }) => ({ path: `content.${path}`, ...problem }));
  throw new DomainError('alert-rules-faulty', { faults: issues.length }, issues);
}

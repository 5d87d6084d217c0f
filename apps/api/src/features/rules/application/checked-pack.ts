import { checkRulePack, type RulePack } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { RulePackInput } from '../http/rules.dto.js';

/**
 * A rule pack that somebody has put together, as the version that it would be.
 * @throws DomainError `rule-pack-faulty` with every fault at its field (`content.spend.redBelow`)
 */
export function checkedPack(content: RulePackInput, version: number): RulePack {
  const pack: RulePack = { ...content, version };
  const problems = checkRulePack(pack);
  if (problems.length === 0) return pack;
  const issues = problems.map(({ path, ...problem }) => ({ path: `content.${path}`, ...problem }));
  throw new DomainError('rule-pack-faulty', { faults: issues.length }, issues);
}

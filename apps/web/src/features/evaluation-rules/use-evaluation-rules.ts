import { useSessionStore } from '../identity/index.js';
import { browserDraft } from '../../shared/browser-draft.js';
import { useVersionedRules, type RuleDraftOf } from '../../shared/rules/use-versioned-rules.js';
import { formOf, readForm, type EvaluationRuleForm } from './evaluation-rule-form.js';
import { fetchVersions } from './evaluation-rules.api.js';

/** The versions of the evaluation rules, the one that is looked at, and the draft that the person is changing. */
export function useEvaluationRules() {
  const session = useSessionStore();
  const name = `jixiao.evaluation-rule-draft.${session.me?.username ?? ''}`;
  const keeper = browserDraft(localStorage, name, isDraft);
  return useVersionedRules({ key: 'evaluation-rules', fetch: fetchVersions, keeper, formOf, readForm });
}

function isDraft(value: unknown): value is RuleDraftOf<EvaluationRuleForm> {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('basedOn' in value)) return false;
  const { form } = value;
  return typeof form === 'object' && form !== null && 'frames' in form && 'caps' in form && 'isGated' in form;
}

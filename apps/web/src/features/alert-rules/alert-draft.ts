import { ALERT_KINDS } from '@jixiao/domain';
import { browserDraft } from '../../shared/browser-draft.js';
import type { RuleDraftOf } from '../../shared/rules/use-versioned-rules.js';
import type { AlertRuleForm } from './alert-rule-form.js';

/** Alert rules that somebody is changing and has not published. */
export type AlertRuleDraft = RuleDraftOf<AlertRuleForm>;

/** Keeps a person's draft in the browser until it is published or given up. */
export const alertDraftKeeper = (store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, username: string) =>
  browserDraft(store, `jixiao.alert-rule-draft.${username}`, isDraft);

function isDraft(value: unknown): value is AlertRuleDraft {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('basedOn' in value)) return false;
  const { form } = value;
  if (typeof form !== 'object' || form === null || !('rules' in form) || !('quietFrom' in form)) return false;
  const { rules } = form;
  return typeof rules === 'object' && rules !== null && ALERT_KINDS.every((kind) => kind in rules);
}

import { useSessionStore } from '../identity/index.js';
import { useVersionedRules } from '../../shared/rules/use-versioned-rules.js';
import { alertDraftKeeper } from './alert-draft.js';
import { formOf, readForm } from './alert-rule-form.js';
import { fetchVersions } from './alert-rules.api.js';

/** The versions of the alert rules, the one that is looked at, and the draft that the person is changing. */
export function useAlertRules() {
  const session = useSessionStore();
  const keeper = alertDraftKeeper(localStorage, session.me?.username ?? '');
  return useVersionedRules({ key: 'alert-rules', fetch: fetchVersions, keeper, formOf, readForm });
}

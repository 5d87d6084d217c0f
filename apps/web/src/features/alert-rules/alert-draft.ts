import { ALERT_KINDS } from '@jixiao/domain';
import type { AlertRuleForm } from './alert-rule-form.js';

/** Alert rules that somebody is changing and has not published. */
export interface AlertRuleDraft {
  /** The newest version when it was begun: what it is to follow. */
  readonly basedOn: string;
  readonly form: AlertRuleForm;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (username: string): string => `jixiao.alert-rule-draft.${username}`;

/** Keeps a person's draft in the browser until it is published or given up. */
export function alertDraftKeeper(store: Store, username: string) {
  return {
    /** A browser without room keeps the page's own input all the same. */
    keep: (draft: AlertRuleDraft): void => {
      try {
        store.setItem(nameOf(username), JSON.stringify(draft));
      } catch {
        return;
      }
    },
    drop: (): void => store.removeItem(nameOf(username)),
    /** Null where there is none, or none that this program has written. */
    kept: (): AlertRuleDraft | null => {
      try {
        const draft: unknown = JSON.parse(store.getItem(nameOf(username)) ?? 'null');
        return isDraft(draft) ? draft : null;
      } catch {
        return null;
      }
    },
  };
}

function isDraft(value: unknown): value is AlertRuleDraft {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('basedOn' in value)) return false;
  const { form } = value;
  if (typeof form !== 'object' || form === null || !('rules' in form) || !('quietFrom' in form)) return false;
  const { rules } = form;
  return typeof rules === 'object' && rules !== null && ALERT_KINDS.every((kind) => kind in rules);
}

import type { RuleForm } from './rule-form.js';

/** Rules that somebody is changing and has not published. */
export interface RuleDraft {
  /** The published version, or the preset, that it was made of. */
  readonly from: string;
  /** It is to have an id of its own. */
  readonly isCopy: boolean;
  readonly form: RuleForm;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (username: string): string => `jixiao.rule-draft.${username}`;

/** Keeps a person's draft in the browser until it is published or given up; there is one at a time. */
export function ruleDraftKeeper(store: Store, username: string) {
  return {
    /** A browser without room keeps the page's own input all the same. */
    keep: (draft: RuleDraft): void => {
      try {
        store.setItem(nameOf(username), JSON.stringify(draft));
      } catch {
        return;
      }
    },
    drop: (): void => store.removeItem(nameOf(username)),
    /** Null where there is none, or none that this program has written. */
    kept: (): RuleDraft | null => {
      try {
        const draft: unknown = JSON.parse(store.getItem(nameOf(username)) ?? 'null');
        return isDraft(draft) ? draft : null;
      } catch {
        return null;
      }
    },
  };
}

function isDraft(value: unknown): value is RuleDraft {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('from' in value)) return false;
  const { form } = value;
  return typeof form === 'object' && form !== null && 'preset' in form && 'thresholds' in form && 'exemptUnits' in form;
}

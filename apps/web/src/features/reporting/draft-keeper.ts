import type { ReportForm } from './report-form.js';
import type { ReportKey } from './report.api.js';

/** A text that its cell cannot hold, and the code of the sentence that says why. */
export interface Unread {
  readonly text: string;
  readonly fault: string;
}

/** Unsaved input that outlives the page: the form, and the form and version of the report that it was typed over. */
export interface KeptDraft {
  readonly form: ReportForm;
  readonly base: ReportForm;
  readonly version: number;
  /** Texts that could not be read, by cell. */
  readonly unread: Readonly<Record<string, Unread>>;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (username: string, key: ReportKey): string =>
  `jixiao.draft.${username}.${key.year}-${key.month}.${key.id}`;

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && ['form', 'base', 'version', 'unread'].every((part) => part in value);

/** Keeps what could not be saved yet in the browser, per person and report, until it is saved or thrown away. */
export function draftKeeper(store: Store, username: string, key: ReportKey) {
  const name = nameOf(username, key);
  return {
    /** False where the browser has no room left: the page then still holds the input. */
    keep: (draft: KeptDraft): boolean => {
      try {
        store.setItem(name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    drop: (): void => store.removeItem(name),
    kept: (): KeptDraft | null => {
      try {
        const value: unknown = JSON.parse(store.getItem(name) ?? 'null');
        return isDraft(value) ? value : null;
      } catch {
        return null;
      }
    },
  };
}

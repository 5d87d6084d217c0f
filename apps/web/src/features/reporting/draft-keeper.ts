import type { FormTarget, ReportForm } from './report-form.js';
import type { ReportKey } from './report.api.js';
import type { Column, RowKind } from './sheet/sheet-rows.js';

/** A text that its cell cannot hold, and the code of the sentence that says why. */
export interface Unread {
  readonly text: string;
  readonly fault: string;
}

/** What a person typed where it can no longer stand, in words: to be read and copied until they throw it away. */
export interface AsideText {
  readonly kind: RowKind;
  /** The indicator's name; null for a line of the project itself. */
  readonly name: string | null;
  readonly column: Column;
  readonly text: string;
}

/** Unsaved input that outlives the page: the form, and the form and version of the report that it was typed over. */
export interface KeptDraft {
  readonly form: ReportForm;
  readonly base: ReportForm;
  readonly version: number;
  /** Texts that could not be read, by cell. */
  readonly unread: Readonly<Record<string, Unread>>;
  readonly aside: readonly AsideText[];
  /** The indicators that the form was made for, to name the lines that are gone when it is laid into the sheet again. */
  readonly indicators: readonly (FormTarget & { readonly name: string })[];
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const ALL = 'jixiao.draft.';
/** A round is over and sealed by then. */
const LONGEST_KEPT_MS = 100 * 24 * 60 * 60 * 1000;

const nameOf = (username: string, key: ReportKey): string => `${ALL}${username}.${key.year}-${key.month}.${key.id}`;

interface Written {
  readonly draft: KeptDraft;
  /** Milliseconds since 1970; null for one that was written before drafts were dated. */
  readonly at: number | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Null for what no draft can be made of. */
function readWritten(text: string): Written | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !['form', 'base', 'version', 'unread'].every((part) => part in value)) return null;
    const { at, ...draft } = value;
    return {
      draft: { aside: [], indicators: [], ...draft } as unknown as KeptDraft,
      at: typeof at === 'number' ? at : null,
    };
  } catch {
    return null;
  }
}

const namesIn = (store: Store): readonly string[] =>
  Array.from({ length: store.length }, (_, place) => store.key(place)).filter((name) => name !== null);

/** Throws away what nobody has come back for, and what cannot be read, so that the browser's room does not run out. */
export function sweepDrafts(store: Store, now = Date.now()): void {
  for (const name of namesIn(store).filter((one) => one.startsWith(ALL))) {
    const written = readWritten(store.getItem(name) ?? '');
    if (written === null || (written.at !== null && now - written.at > LONGEST_KEPT_MS)) store.removeItem(name);
  }
}

let opened = 0;
/** No two pages, nor two openings of a report on one page, have the same. */
const ownId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}${(opened += 1)}`;

/**
 * Keeps what could not be saved yet in the browser, per person and report, until it is saved or thrown away. Each opening of
 * a report has a place of its own, so that two windows do not write over each other. It finds what all of them keep: a page
 * that is gone cannot be told from one that is still open, and what is taken up twice says the same twice.
 */
export function draftKeeper(store: Store, username: string, key: ReportKey) {
  const report = nameOf(username, key);
  const own = `${report}.${ownId()}`;
  /** What was found in other places and is taken up here, as it was written. */
  const found = new Map<string, string>();

  /** What another window has written since is not what was taken up. */
  function dropFound(): void {
    for (const [name, text] of found) if (store.getItem(name) === text) store.removeItem(name);
    found.clear();
  }

  return {
    /**
     * Keeps it here, and by that also what was found elsewhere and has become a part of it.
     * @returns false where the browser has no room left: the page then still holds the input
     */
    keep: (draft: KeptDraft): boolean => {
      try {
        store.setItem(own, JSON.stringify({ ...draft, at: Date.now() }));
      } catch {
        return false;
      }
      dropFound();
      return true;
    },
    /** Drops what is kept here, and what was found elsewhere. What others keep beyond that is theirs. */
    drop: (): void => {
      store.removeItem(own);
      dropFound();
    },
    /** Everything that is kept for the report, the newest first. */
    kept: (): readonly KeptDraft[] => {
      const written = namesIn(store)
        .filter((name) => name === report || name.startsWith(`${report}.`))
        .flatMap((name) => {
          const text = store.getItem(name) ?? '';
          const one = readWritten(text);
          if (one && name !== own) found.set(name, text);
          return one ? [one] : [];
        });
      return written.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).map(({ draft }) => draft);
    },
  };
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps in the browser what a person has typed and not yet saved, under a name of its own. */
export function browserDraft<T>(store: Store, name: string, isDraft: (value: unknown) => value is T) {
  return {
    /** A browser without room keeps the page's own input all the same. */
    keep: (draft: T): void => {
      try {
        store.setItem(name, JSON.stringify(draft));
      } catch {
        return;
      }
    },
    drop: (): void => store.removeItem(name),
    /** Null where there is none, or none that this program has written. */
    kept: (): T | null => {
      try {
        const draft: unknown = JSON.parse(store.getItem(name) ?? 'null');
        return isDraft(draft) ? draft : null;
      } catch {
        return null;
      }
    },
  };
}
export type BrowserDraft<T> = ReturnType<typeof browserDraft<T>>;

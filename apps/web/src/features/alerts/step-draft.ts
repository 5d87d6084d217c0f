type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a person has typed and not sent yet. */
export interface StepDraft {
  /** The chosen answer or decision; empty where none is chosen yet. */
  readonly choice: string;
  readonly text: string;
}

export const NO_DRAFT: StepDraft = { choice: '', text: '' };

const isDraft = (value: unknown): value is StepDraft =>
  typeof value === 'object' &&
  value !== null &&
  'choice' in value &&
  'text' in value &&
  typeof value.choice === 'string' &&
  typeof value.text === 'string';

function read(written: string | null): StepDraft {
  try {
    const value: unknown = JSON.parse(written ?? 'null');
    return isDraft(value) ? value : NO_DRAFT;
  } catch {
    return NO_DRAFT;
  }
}

/**
 * Keeps what is typed until it is sent, as long as the window is open: closing the row, another page, reloading and a session
 * that has ended lose nothing. Nobody else who signs in finds it.
 * @param place which alert, or the choice of several, and which form
 */
export function stepDrafts(store: Store, username: string, place: string) {
  const name = `jixiao.alert-draft.${username}.${place}`;
  return {
    kept: (): StepDraft => read(store.getItem(name)),
    keep: (draft: StepDraft): void => {
      if (draft.choice === '' && draft.text === '') return store.removeItem(name);
      try {
        store.setItem(name, JSON.stringify(draft));
      } catch {
        // No room left: the form still holds it.
      }
    },
    drop: (): void => store.removeItem(name),
  };
}

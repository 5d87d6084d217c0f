import { readonly, type Ref, ref } from 'vue';

/**
 * `saved`: nothing is unsaved. `dirty`: will be saved in a moment. `retrying`: could not be saved for now and is tried
 * again by itself. `refused`: the server has refused it; it stays in the form and is tried again with the next change.
 */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'retrying' | 'refused';

interface Options {
  readonly save: () => Promise<void>;
  /** True where the same save may succeed later (offline, server busy). */
  readonly isTransient: (error: unknown) => boolean;
  readonly onRefused: (error: unknown) => void;
  readonly pauseMs: number;
  readonly retryMs: (attempt: number) => number;
}

export interface Autosave {
  readonly state: Readonly<Ref<SaveState>>;
  /** Says that something has changed. */
  touch(): void;
  /** Saves at once what is unsaved; true where nothing is unsaved afterwards. */
  flush(): Promise<boolean>;
  /** Forgets what is pending: the form has been filled anew. */
  reset(): void;
}

/** Saves as one types: after a pause, one save at a time, again after a failure, and never forgetting a change. */
export function createAutosave({ save, isTransient, onRefused, pauseMs, retryMs }: Options): Autosave {
  const state = ref<SaveState>('saved');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let changedMeanwhile = false;
  let attempt = 0;
  /** A save that began before a reset must not speak about the form of after. */
  let generation = 0;

  const schedule = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };

  function settle(error: unknown, failed: boolean): void {
    if (!failed) {
      attempt = 0;
      state.value = changedMeanwhile ? 'dirty' : 'saved';
      if (changedMeanwhile) schedule(pauseMs);
      return;
    }
    if (isTransient(error)) {
      state.value = 'retrying';
      schedule(retryMs(attempt));
      attempt += 1;
      return;
    }
    state.value = 'refused';
    onRefused(error);
    if (changedMeanwhile) schedule(pauseMs);
  }

  async function attemptSave(): Promise<void> {
    const mine = generation;
    changedMeanwhile = false;
    state.value = 'saving';
    let failure: { error: unknown } | null = null;
    try {
      await save();
    } catch (error) {
      failure = { error };
    }
    if (mine === generation) settle(failure?.error, failure !== null);
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    if (!running) {
      const mine = attemptSave().finally(() => {
        if (running === mine) running = null;
      });
      running = mine;
    }
    await running;
  }

  return {
    state: readonly(state),
    touch: () => {
      if (running) {
        changedMeanwhile = true;
        return;
      }
      state.value = 'dirty';
      schedule(pauseMs);
    },
    flush: async () => {
      if (running) await running;
      if (state.value !== 'saved') await run();
      return state.value === 'saved';
    },
    reset: () => {
      clearTimeout(timer);
      generation += 1;
      running = null;
      changedMeanwhile = false;
      attempt = 0;
      state.value = 'saved';
    },
  };
}

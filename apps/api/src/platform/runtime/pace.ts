import { setImmediate } from 'node:timers/promises';

export interface PaceOptions {
  /** Ends the work with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called now and then with how much has been done, in a unit that only makes sense against `total`. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

/** Work lets other work of the process go on after so many milliseconds. */
const LONGEST_STRETCH_MS = 20;
const PROGRESS_EVERY_MS = 250;

/** Interrupts long work: for other work of the process, for a caller who has given up, and to tell the progress. */
export class Pace {
  private done = 0;
  private total = 0;
  private stretchSince = performance.now();
  private toldAt = performance.now();

  constructor(private readonly options: PaceOptions) {}

  get signal(): AbortSignal | undefined {
    return this.options.signal;
  }

  readonly report = (done: number, total: number): void => {
    [this.done, this.total] = [done, total];
  };

  isDue(): boolean {
    return performance.now() - this.stretchSince > LONGEST_STRETCH_MS;
  }

  /** A pause where one is due; for work that has many small steps. */
  async breathe(): Promise<void> {
    if (this.isDue()) await this.pause();
  }

  async pause(): Promise<void> {
    await setImmediate();
    this.options.signal?.throwIfAborted();
    const now = performance.now();
    if (this.options.onProgress && this.total > 0 && now - this.toldAt > PROGRESS_EVERY_MS) {
      this.toldAt = now;
      await this.options.onProgress(this.done, this.total);
    }
    this.stretchSince = performance.now();
  }
}

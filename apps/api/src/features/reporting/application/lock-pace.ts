import { Pace, type PaceOptions } from '../../../platform/runtime/pace.js';

/** Each project is compared with its light, and then sealed. */
const STAGES = ['compared', 'sealed'] as const;
export type LockStage = (typeof STAGES)[number];

/** Tells how far the lock of a round is, in projects; what telling it throws, such as that it is called off, ends the lock. */
export class LockPace {
  private readonly pace: Pace;

  constructor(options: PaceOptions = {}) {
    this.pace = new Pace(options);
  }

  /** @param projects of `total` that a stage has done */
  async at(stage: LockStage, projects: number, total: number): Promise<void> {
    this.pace.report(STAGES.indexOf(stage) * total + projects, STAGES.length * total);
    await this.pace.pause();
  }
}

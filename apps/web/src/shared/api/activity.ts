/** So long after the last key or movement nobody is taken to be at the screen. */
const AWAY_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** When somebody last did something at this screen. */
export class Activity {
  private last: number;

  constructor(private readonly now: () => number = Date.now) {
    this.last = now();
  }

  note(): void {
    this.last = this.now();
  }

  /** Whether a request now is one that the page makes by itself: the session must end as if there had been none. */
  get isUnattended(): boolean {
    return this.now() - this.last > AWAY_MS;
  }

  /** Notes every sign of somebody for as long as the page lives. */
  watch(target: Pick<EventTarget, 'addEventListener'>): void {
    for (const sign of SIGNS) target.addEventListener(sign, () => this.note(), { passive: true, capture: true });
  }
}

export const activity = new Activity();

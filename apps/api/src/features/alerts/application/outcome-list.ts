import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import { closed, type ChangedAlert } from './changed-alert.js';
import type { ProjectOutcome } from './evaluate-project.js';

/** What the rules make of all the projects that are looked at in one transaction. */
export class OutcomeList {
  readonly raised: Alert[] = [];
  readonly changed: ChangedAlert[] = [];
  readonly steps: AlertStep[] = [];

  constructor(readonly roundId: string) {}

  raise({ raised }: ProjectOutcome): void {
    for (const { alert, steps } of raised) {
      this.raised.push(alert);
      this.steps.push(...steps);
    }
  }

  change(change: ChangedAlert): void {
    this.changed.push(change);
    this.steps.push(...change.steps);
  }

  /** An alert of an earlier round, held since; what somebody has begun to put right meanwhile stays. */
  recover(alert: Alert, now: string): void {
    if (alert.closing === 'round-over') {
      this.change({ alert: { ...alert, closing: 'recovered' }, what: 'figures', steps: [] });
    } else if (alert.state === 'open' || alert.state === 'answered') this.change(closed(alert, 'recovered', now));
  }
}

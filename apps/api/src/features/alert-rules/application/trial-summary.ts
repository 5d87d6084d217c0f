import { ALERT_KINDS, type AlertKind, type Period } from '@jixiao/domain';
import type { AlertTurn, TurnedAlert } from './alert-turns.js';

/** Alerts of one rule in a round. */
export interface KindCount {
  readonly kind: AlertKind;
  /** By the tried rules. */
  readonly red: number;
  readonly yellow: number;
  readonly turns: Readonly<Record<AlertTurn, number>>;
}

export interface RoundCount extends Period {
  /** Projects that were looked at. */
  readonly projects: number;
  /** In the order of the rules; those without any alert are left out. */
  readonly kinds: readonly KindCount[];
}

export interface TrialSummary {
  readonly rounds: readonly RoundCount[];
}

/** Adds up what rules would raise in one round, alert by alert, without keeping any. */
export class TrialCounts {
  private projects = 0;
  private readonly kinds = new Map<AlertKind, { red: number; yellow: number; turns: Record<AlertTurn, number> }>();

  constructor(private readonly period: Period) {}

  addProjects(count: number): void {
    this.projects += count;
  }

  /** @returns how many of this rule and turn there are so far, this one among them */
  add({ alert, turn }: TurnedAlert): number {
    const count = this.kinds.get(alert.kind) ?? { red: 0, yellow: 0, turns: { new: 0, gone: 0, severity: 0, same: 0 } };
    this.kinds.set(alert.kind, count);
    if (turn !== 'gone') count[alert.severity] += 1;
    count.turns[turn] += 1;
    return count.turns[turn];
  }

  result(): RoundCount {
    const kinds = ALERT_KINDS.flatMap((kind) => {
      const count = this.kinds.get(kind);
      return count === undefined ? [] : [{ kind, ...count }];
    });
    return { ...this.period, projects: this.projects, kinds };
  }
}

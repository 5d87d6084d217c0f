import { ALERT_SEVERITIES, type RaisedAlert } from '@jixiao/domain';

/** What tried rules make of an alert: raised by them alone, no longer raised, raised by both but in another colour, the same. */
export const ALERT_TURNS = ['new', 'gone', 'severity', 'same'] as const;
export type AlertTurn = (typeof ALERT_TURNS)[number];

export interface TurnedAlert {
  /** By the tried rules; by those that count where it is gone. */
  readonly alert: RaisedAlert;
  readonly turn: AlertTurn;
}

/** The alerts of a project in a round by tried rules beside those by the rules that count, each rule once. */
export function turnsOf(current: readonly RaisedAlert[], tried: readonly RaisedAlert[]): readonly TurnedAlert[] {
  const before = new Map(current.map((alert) => [alert.kind, alert]));
  const kept = new Set(tried.map(({ kind }) => kind));
  return [
    ...tried.map((alert): TurnedAlert => ({ alert, turn: turnOf(before.get(alert.kind), alert) })),
    ...current.filter(({ kind }) => !kept.has(kind)).map((alert): TurnedAlert => ({ alert, turn: 'gone' })),
  ];
}

function turnOf(before: RaisedAlert | undefined, after: RaisedAlert): AlertTurn {
  if (before === undefined) return 'new';
  return before.severity === after.severity ? 'same' : 'severity';
}

/** What changes first, then what is red. */
export const alertRank = ({ alert, turn }: TurnedAlert): number =>
  ALERT_TURNS.indexOf(turn) * 10 + ALERT_SEVERITIES.indexOf(alert.severity);

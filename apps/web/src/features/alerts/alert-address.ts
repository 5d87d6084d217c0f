import { ALERT_KINDS, ALERT_SEVERITIES, ALERT_STATES } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import {
  ALERT_SORTS,
  SCORECARD_SORTS,
  type AlertKind,
  type AlertScope,
  type AlertSearch,
  type AlertSeverity,
  type AlertSort,
  type ScorecardSort,
} from './alerts.api.js';

/** What needs an answer, and how the units answer. */
export const ALERT_VIEWS = ['centre', 'scorecard'] as const;
export type AlertsView = (typeof ALERT_VIEWS)[number];

export const STATE_CHOICES = [...ALERT_STATES, 'all'] as const;
export type StateChoice = (typeof STATE_CHOICES)[number];

/** How the page is narrowed and ordered; it stands in the address, so that "back", reloading and links keep it. */
export interface AlertAddress {
  readonly view: AlertsView;
  /** Null: every round there is. */
  readonly year: number | null;
  /** Null: every round of the year. */
  readonly month: number | null;
  readonly organisationId: string;
  /** Null: all that are not closed. */
  readonly state: StateChoice | null;
  readonly severity: AlertSeverity | null;
  readonly kind: AlertKind | null;
  /** The one project that a notification is about. */
  readonly projectId: string | null;
  readonly mine: boolean;
  readonly overdue: boolean;
  /** Only suspensions that wait for the decision of finance. */
  readonly proposed: boolean;
  readonly onSite: boolean;
  readonly search: string;
  readonly sort: AlertSort;
  readonly scorecardSort: ScorecardSort;
  readonly page: number;
  /** The alert that is opened. */
  readonly alert: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | null =>
  allowed.find((one) => one === value) ?? null;
const flag = (value: unknown): boolean => value === '1';
function whole(value: unknown, least: number, most: number): number | null {
  const number = Number(text(value));
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}

export function addressOf(query: LocationQuery): AlertAddress {
  const year = whole(query.year, 2000, 2999);
  return {
    view: oneOf(ALERT_VIEWS, query.view) ?? 'centre',
    year,
    month: year === null ? null : whole(query.month, 1, 12),
    organisationId: text(query.unit),
    state: oneOf(STATE_CHOICES, query.state),
    severity: oneOf(ALERT_SEVERITIES, query.severity),
    kind: oneOf(ALERT_KINDS, query.kind),
    projectId: text(query.project) || null,
    mine: flag(query.mine),
    overdue: flag(query.overdue),
    proposed: flag(query.proposed),
    onSite: flag(query.onSite),
    search: text(query.q),
    sort: oneOf(ALERT_SORTS, query.sort) ?? 'urgent',
    scorecardSort: oneOf(SCORECARD_SORTS, query.by) ?? 'overdue',
    page: whole(query.page, 1, 1_000_000) ?? 1,
    alert: text(query.alert) || null,
  };
}

/** The address after a change: any change but that of the page and of the opened alert starts again on the first page. */
export function queryAfter(current: LocationQuery, change: Partial<AlertAddress>): LocationQueryRaw {
  const before = addressOf(current);
  const onlyOpens = Object.keys(change).every((key) => key === 'alert');
  const next = { ...before, ...(onlyOpens ? {} : { page: 1, alert: null }), ...change };
  const asFlag = (set: boolean): string | undefined => (set ? '1' : undefined);
  return {
    ...current,
    view: next.view === 'centre' ? undefined : next.view,
    year: next.year ?? undefined,
    month: next.year === null ? undefined : (next.month ?? undefined),
    unit: next.organisationId || undefined,
    state: next.state ?? undefined,
    severity: next.severity ?? undefined,
    kind: next.kind ?? undefined,
    project: next.projectId ?? undefined,
    mine: asFlag(next.mine),
    overdue: asFlag(next.overdue),
    proposed: asFlag(next.proposed),
    onSite: asFlag(next.onSite),
    q: next.search || undefined,
    sort: next.sort === 'urgent' ? undefined : next.sort,
    by: next.scorecardSort === 'overdue' ? undefined : next.scorecardSort,
    page: next.page === 1 ? undefined : next.page,
    alert: next.alert ?? undefined,
  };
}

/** Nothing left out but what is closed. */
export const WIDE: Partial<AlertAddress> = {
  state: null,
  severity: null,
  kind: null,
  projectId: null,
  mine: false,
  overdue: false,
  proposed: false,
  onSite: false,
  search: '',
};

export const isNarrowed = (address: AlertAddress): boolean =>
  Object.entries(WIDE).some(([key, wide]) => address[key as keyof AlertAddress] !== wide);

export const scopeOf = ({ year, month, organisationId }: AlertAddress): AlertScope => ({
  ...(year === null ? {} : { year }),
  ...(month === null ? {} : { month }),
  ...(organisationId === '' ? {} : { organisationId }),
});

/** A check on site may still be due when the alert is closed, so that closed ones belong to it. */
function stateOf({ state, mine, onSite }: AlertAddress): AlertSearch['state'] | null {
  if (state === 'all') return null;
  if (state !== null) return state;
  return mine || onSite ? null : 'active';
}

/** What the server is asked for. */
export function searchOf(address: AlertAddress): AlertSearch {
  const state = stateOf(address);
  const { severity, kind, projectId, mine, overdue, proposed, onSite, search, sort } = address;
  return {
    ...scopeOf(address),
    ...(state ? { state } : {}),
    ...(severity ? { severity } : {}),
    ...(kind ? { kind } : {}),
    ...(projectId ? { projectId } : {}),
    ...(mine ? { mine: 'true' } : {}),
    ...(overdue ? { overdue: 'true' } : {}),
    ...(proposed ? { suspension: 'proposed' } : {}),
    ...(onSite ? { onSite: 'true' } : {}),
    ...(search ? { q: search } : {}),
    sort,
  };
}

import { api, unwrap } from '../../shared/api/client.js';
import type {
  Alert,
  AlertDetail,
  AlertPage,
  AlertScorecard,
  AlertStepsResult,
  AlertSummary,
  ProjectAlerts,
} from '../../shared/api/schema.gen.js';

export type AlertKind = Alert['kind'];
export type AlertSeverity = Alert['severity'];
export type AlertState = Alert['state'];
export type AlertAction = Alert['can'][number];
export type AlertAnswer = NonNullable<Alert['answer']>['answer'];
export type HistoryStep = AlertDetail['history'][number];
export type UnitFigures = AlertScorecard['items'][number];

/** The alerts of which rounds and units: all rounds where the year is left out, all of a year where the month is. */
export interface AlertScope {
  readonly year?: number;
  readonly month?: number;
  readonly organisationId?: string;
}

export const ALERT_SORTS = ['urgent', 'newest'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

export interface AlertSearch extends AlertScope {
  readonly state?: AlertState | 'active';
  readonly severity?: AlertSeverity;
  readonly kind?: AlertKind;
  readonly projectId?: string;
  readonly suspension?: 'proposed';
  readonly mine?: 'true';
  readonly overdue?: 'true';
  readonly onSite?: 'true';
  readonly q?: string;
  readonly sort?: AlertSort;
}

export const SCORECARD_SORTS = ['overdue', 'slowest', 'raised', 'name'] as const;
export type ScorecardSort = (typeof SCORECARD_SORTS)[number];

/** An alert with the version that was looked at: who decides on what has changed meanwhile is told so. */
export type AlertVersion = Pick<Alert, 'id' | 'version'>;

export const fetchAlerts = (query: AlertSearch, page: number, size: number): Promise<AlertPage> =>
  unwrap(api.GET('/api/alerts', { params: { query: { ...query, page, size } } }));

export const fetchAlertSummary = (query: AlertScope): Promise<AlertSummary> =>
  unwrap(api.GET('/api/alerts/summary', { params: { query: { ...query } } }));

export const fetchScorecard = (
  query: AlertScope & { readonly year: number },
  sort: ScorecardSort,
  page: number,
  size: number,
): Promise<AlertScorecard> =>
  unwrap(api.GET('/api/alerts/scorecard', { params: { query: { ...query, sort, page, size } } }));

export const fetchAlert = (id: string): Promise<AlertDetail> =>
  unwrap(api.GET('/api/alerts/{id}', { params: { path: { id } } }));

export const fetchProjectAlerts = (id: string): Promise<ProjectAlerts> =>
  unwrap(api.GET('/api/projects/{id}/alerts', { params: { path: { id } } }));

const versionsOf = (alerts: readonly AlertVersion[]): AlertVersion[] =>
  alerts.map(({ id, version }) => ({ id, version }));

export const acknowledgeAlerts = (alerts: readonly AlertVersion[]): Promise<AlertStepsResult> =>
  unwrap(api.POST('/api/alerts/acknowledge', { body: { alerts: versionsOf(alerts) } }));

export const answerAlerts = (
  alerts: readonly AlertVersion[],
  answer: AlertAnswer,
  text: string,
): Promise<AlertStepsResult> =>
  unwrap(api.POST('/api/alerts/answer', { body: { alerts: versionsOf(alerts), answer, text } }));

export const decideSuspensions = (
  alerts: readonly AlertVersion[],
  decision: 'confirm' | 'drop',
  text: string,
): Promise<AlertStepsResult> =>
  unwrap(api.POST('/api/alerts/suspension', { body: { alerts: versionsOf(alerts), decision, text } }));

export const recordOnSite = ({ id, version }: AlertVersion, note: string): Promise<AlertDetail> =>
  unwrap(api.POST('/api/alerts/on-site-check', { body: { id, version, note } }));

import { api, unwrap } from '../../shared/api/client.js';
import type {
  AlertRuleVersionList,
  AlertTrial,
  AlertTrialAlertPage,
  AlertTrialInput,
  AlertTrialList,
  JobAccepted,
  PublishAlertRulesInput,
  PublishedAlertRules,
} from '../../shared/api/schema.gen.js';

export type AlertRuleVersion = AlertRuleVersionList['items'][number];
export type AlertRulesContent = AlertRuleVersion['content'];
export type TrialRound = AlertTrial['rounds'][number];
export type TrialAlert = AlertTrialAlertPage['items'][number];

export const fetchVersions = (): Promise<AlertRuleVersionList> => unwrap(api.GET('/api/alert-rules'));
export const publishRules = (body: PublishAlertRulesInput): Promise<PublishedAlertRules> =>
  unwrap(api.POST('/api/alert-rules', { body }));

/** In the background; the result has the id of the job. */
export const tryRules = (body: AlertTrialInput): Promise<JobAccepted> =>
  unwrap(api.POST('/api/alert-rules/trials', { body }));
export const fetchTrials = (): Promise<AlertTrialList> => unwrap(api.GET('/api/alert-rules/trials'));
export const fetchTrial = (id: string): Promise<AlertTrial> =>
  unwrap(api.GET('/api/alert-rules/trials/{id}', { params: { path: { id } } }));

export const ALERTS_PAGE = 20;
/** Which alerts of a trial are looked at. */
export interface AlertsFilter {
  readonly year?: number;
  readonly month?: number;
  readonly kind?: TrialAlert['kind'];
  readonly turn?: TrialAlert['turn'];
}
export const fetchTrialAlerts = (
  id: string,
  filter: AlertsFilter & { readonly page: number; readonly size?: number },
): Promise<AlertTrialAlertPage> =>
  unwrap(
    api.GET('/api/alert-rules/trials/{id}/alerts', {
      params: { path: { id }, query: { size: ALERTS_PAGE, ...filter } },
    }),
  );

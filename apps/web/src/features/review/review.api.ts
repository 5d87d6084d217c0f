import { api, unwrap } from '../../shared/api/client.js';
import type {
  Organisation,
  ReportChanges,
  ReviewPage,
  SelfApprovalInput,
  StepsInput,
  StepsResult,
} from '../../shared/api/schema.gen.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

/** What the queue is narrowed to; empty text and null stand for all. */
export interface QueueFilter {
  readonly organisationId: string;
  readonly state: 'submitted' | 'unitApproved' | null;
  readonly light: 'red' | 'yellow' | 'green' | 'blue' | 'grey' | null;
  readonly anomalies: boolean;
  readonly sort: 'urgent' | 'oldest';
}

export const WHOLE_QUEUE: QueueFilter = {
  organisationId: '',
  state: null,
  light: null,
  anomalies: false,
  sort: 'urgent',
};

export type ReviewItem = ReviewPage['items'][number];
export type Since = ReportChanges['since'];

export const fetchQueue = (
  { year, month }: RoundKey,
  { organisationId, state, light, anomalies, sort }: QueueFilter,
  page: number,
  size: number,
): Promise<ReviewPage> =>
  unwrap(
    api.GET('/api/rounds/{year}/{month}/review', {
      params: {
        path: { year, month },
        query: {
          ...(organisationId ? { organisationId } : {}),
          ...(state ? { state } : {}),
          ...(light ? { light } : {}),
          anomalies: anomalies ? 'true' : 'false',
          sort,
          page,
          size,
        },
      },
    }),
  );

export const allowSelfApproval = (id: string, body: SelfApprovalInput): Promise<Organisation> =>
  unwrap(api.PUT('/api/organisations/{id}/self-approval', { params: { path: { id } }, body }));

export const takeSteps = ({ year, month }: RoundKey, body: StepsInput): Promise<StepsResult> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/steps', { params: { path: { year, month } }, body }));

export const fetchChanges = ({ year, month }: RoundKey, projectId: string, since: Since): Promise<ReportChanges> =>
  unwrap(
    api.GET('/api/rounds/{year}/{month}/projects/{projectId}/report/changes', {
      params: { path: { year, month, projectId }, query: { since } },
    }),
  );

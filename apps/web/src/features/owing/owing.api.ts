import { api, unwrap } from '../../shared/api/client.js';
import type { OwingList, RemindedToday, ReminderResult } from '../../shared/api/schema.gen.js';

interface RoundPath {
  readonly year: number;
  readonly month: number;
}

export const fetchOwing = (path: RoundPath, organisationId: string): Promise<OwingList> => {
  const query = organisationId === '' ? {} : { organisationId };
  return unwrap(api.GET('/api/rounds/{year}/{month}/owing', { params: { path, query } }));
};

export const fetchRemindedToday = (path: RoundPath): Promise<RemindedToday> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/reminders', { params: { path } }));

export const remindUnits = (path: RoundPath, organisationIds: string[]): Promise<ReminderResult> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/reminders', { params: { path }, body: { organisationIds } }));

import { api, unwrap } from '../../shared/api/client.js';
import type { BackTest, JobAccepted } from '../../shared/api/schema.gen.js';

export const fetchBackTest = (organisationId?: string): Promise<BackTest> =>
  unwrap(
    api.GET('/api/forecasts/back-test', { params: { query: organisationId === undefined ? {} : { organisationId } } }),
  );

/** Begins in the background. */
export const requestBackTest = (): Promise<JobAccepted> => unwrap(api.POST('/api/forecasts/back-test'));

import { api, unwrap } from '../../shared/api/client.js';
import type { JobAccepted, OpenedRound, Round, RoundInput, RoundList } from '../../shared/api/schema.gen.js';

export const fetchRounds = (): Promise<RoundList> => unwrap(api.GET('/api/rounds', { params: { query: {} } }));

export const createRound = (body: RoundInput): Promise<OpenedRound> => unwrap(api.POST('/api/rounds', { body }));

/** At once, or by a job where the round is large. */
export const lockRound = ({
  round: { year, month },
  asTheyStand,
}: {
  round: Pick<Round, 'year' | 'month'>;
  asTheyStand: boolean;
}): Promise<Round | JobAccepted> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/lock', { params: { path: { year, month } }, body: { asTheyStand } }));

export const recomputeRound = ({ year, month }: { year: number; month: number }): Promise<JobAccepted> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/recompute', { params: { path: { year, month } } }));

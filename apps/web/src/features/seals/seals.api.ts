import { api, unwrap } from '../../shared/api/client.js';
import type {
  JobAccepted,
  LightRow,
  ProjectLights,
  ReopeningInput,
  ReopeningList,
  SealCheckState,
  SealList,
} from '../../shared/api/schema.gen.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

const path = ({ year, month }: RoundKey) => ({ params: { path: { year, month } } });

export const fetchSeals = (round: RoundKey): Promise<SealList> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/seals', path(round)));

export const fetchSealCheck = (round: RoundKey): Promise<SealCheckState> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/seals/check', path(round)));

/** Begins in the background; how far it is and what it found tells `fetchSealCheck`. */
export const requestSealCheck = (round: RoundKey): Promise<JobAccepted> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/seals/check', path(round)));

export const fetchReopenings = (round: RoundKey): Promise<ReopeningList> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/reopenings', path(round)));

export const reopen = ({ round, body }: { round: RoundKey; body: ReopeningInput }): Promise<ReopeningList> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/reopenings', { ...path(round), body }));

export const withdrawReopening = ({ round, id }: { round: RoundKey; id: string }): Promise<ReopeningList> =>
  unwrap(
    api.POST('/api/rounds/{year}/{month}/reopenings/{id}/withdraw', {
      params: { path: { year: round.year, month: round.month, id } },
    }),
  );

/** Projects shown to choose from; who has more types more of the name. */
const MOST_FOUND = 8;

/** The first projects of a round whose name, code or unit has the text, by name. */
export async function findProjects({ year, month }: RoundKey, search: string): Promise<readonly LightRow[]> {
  const query = { year, month, search, sort: 'name' as const, page: 1, size: MOST_FOUND };
  return (await unwrap(api.GET('/api/lights', { params: { query } }))).items;
}

export const fetchIndicators = (projectId: string, month: number): Promise<ProjectLights['goals']['indicators']> =>
  unwrap(api.GET('/api/projects/{id}/lights', { params: { path: { id: projectId }, query: { month } } })).then(
    ({ goals }) => goals.indicators,
  );

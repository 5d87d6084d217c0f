import { api, unwrap } from '../../shared/api/client.js';
import type { ExceptionInput, ExceptionList, Round, WindowInput } from '../../shared/api/schema.gen.js';

interface RoundPath {
  readonly year: number;
  readonly month: number;
}

const pathOf = ({ year, month }: RoundPath): RoundPath => ({ year, month });

export const changeWindow = (round: RoundPath, body: WindowInput): Promise<Round> =>
  unwrap(api.PATCH('/api/rounds/{year}/{month}', { params: { path: pathOf(round) }, body }));

export const resumeReporting = (round: RoundPath): Promise<Round> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/resume-reporting', { params: { path: pathOf(round) } }));

export const fetchExceptions = (round: RoundPath): Promise<ExceptionList> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/exceptions', { params: { path: pathOf(round) } }));

export const grantException = (
  round: RoundPath,
  organisationId: string,
  body: ExceptionInput,
): Promise<ExceptionList> => {
  const path = { ...pathOf(round), organisationId };
  return unwrap(api.PUT('/api/rounds/{year}/{month}/exceptions/{organisationId}', { params: { path }, body }));
};

export const withdrawException = async (round: RoundPath, organisationId: string): Promise<void> => {
  const path = { ...pathOf(round), organisationId };
  await unwrap(api.DELETE('/api/rounds/{year}/{month}/exceptions/{organisationId}', { params: { path } }));
};

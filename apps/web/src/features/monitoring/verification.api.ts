import { api, unwrap } from '../../shared/api/client.js';
import type {
  ProjectVerification,
  RoundVerification,
  SampleInput,
  VerifiedInput,
} from '../../shared/api/schema.gen.js';

const ofRound = (year: number, month: number) => ({ params: { path: { year, month } } });
const ofProject = (year: number, month: number, projectId: string) => ({
  params: { path: { year, month, projectId } },
});

export const fetchRoundVerification = (year: number, month: number): Promise<RoundVerification> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/verification', ofRound(year, month)));

export const drawSample = (year: number, month: number, body: SampleInput): Promise<RoundVerification> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/sample', { ...ofRound(year, month), body }));

export const fetchVerification = (year: number, month: number, projectId: string): Promise<ProjectVerification> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/projects/{projectId}/verification', ofProject(year, month, projectId)));

export const recordVerified = (
  year: number,
  month: number,
  projectId: string,
  body: VerifiedInput,
): Promise<ProjectVerification> =>
  unwrap(
    api.POST('/api/rounds/{year}/{month}/projects/{projectId}/verification', {
      ...ofProject(year, month, projectId),
      body,
    }),
  );

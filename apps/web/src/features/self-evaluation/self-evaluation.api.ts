import { api, postForm, unwrap } from '../../shared/api/client.js';
import type {
  ChangeEvaluationYearInput,
  EvaluationDetail,
  EvaluationFormsResult,
  EvaluationInput,
  EvaluationListed,
  EvaluationPage,
  EvaluationProgress,
  EvaluationRulesInForce,
  EvaluationSealList,
  EvaluationStepsInput,
  EvaluationStepsResult,
  EvaluationUnitList,
  EvaluationVerification,
  EvaluationYearList,
  EvaluationYearResult,
  FinalAccountPage,
  FinalAccountsInput,
  FinalAccountsResult,
  OpenEvaluationYearInput,
  UnitEvaluation,
} from '../../shared/api/schema.gen.js';

export type Step = EvaluationStepsInput['step'];
export type Grade = NonNullable<EvaluationListed['grade']>;
export type State = EvaluationListed['state'];
export type Account = FinalAccountPage['items'][number];
export type TakenAccount = FinalAccountsResult['rows'][number];
export type SummedUnit = EvaluationUnitList['units'][number];
export type GoalOfUnit = UnitEvaluation['goals'][number];
export type EvaluatedProject = UnitEvaluation['projects'][number];

/** What the list is narrowed by and how it is ordered. */
export interface EvaluationSearch {
  readonly year: number;
  readonly organisationId?: string;
  readonly projectId?: string;
  readonly state?: State;
  readonly grade?: Grade | 'none';
  readonly late?: 'true';
  readonly alerts?: 'true';
  readonly mine?: 'true';
  readonly q?: string;
  readonly sort?: 'score' | '-score' | 'name' | 'budget' | 'submitted';
}

const byId = (id: string) => ({ params: { path: { id } } });

export const fetchYears = (): Promise<EvaluationYearList> => unwrap(api.GET('/api/evaluations/years'));

export const openYear = (body: OpenEvaluationYearInput): Promise<EvaluationYearResult> =>
  unwrap(api.POST('/api/evaluations/years', { body }));

export const changeYear = (year: number, body: ChangeEvaluationYearInput): Promise<EvaluationYearResult> =>
  unwrap(api.PATCH('/api/evaluations/years/{year}', { params: { path: { year } }, body }));

export const verifyYear = (year: number): Promise<EvaluationVerification> =>
  unwrap(api.POST('/api/evaluations/years/{year}/verification', { params: { path: { year } } }));

export const fetchCurrentRules = (): Promise<EvaluationRulesInForce> =>
  unwrap(api.GET('/api/evaluation-rules/current'));

export const fetchEvaluations = (search: EvaluationSearch, page: number, size: number): Promise<EvaluationPage> =>
  unwrap(api.GET('/api/evaluations', { params: { query: { ...search, page, size } } }));

export const fetchProgress = (year: number, organisationId?: string): Promise<EvaluationProgress> =>
  unwrap(
    api.GET('/api/evaluations/progress', {
      params: { query: { year, ...(organisationId ? { organisationId } : {}) } },
    }),
  );

export const fetchEvaluation = (id: string): Promise<EvaluationDetail> =>
  unwrap(api.GET('/api/evaluations/{id}', byId(id)));

export const saveEvaluation = (id: string, body: EvaluationInput): Promise<EvaluationDetail> =>
  unwrap(api.PUT('/api/evaluations/{id}', { ...byId(id), body }));

export const takeSteps = (body: EvaluationStepsInput): Promise<EvaluationStepsResult> =>
  unwrap(api.POST('/api/evaluations/steps', { body }));

export const fetchEvaluationSeals = (id: string): Promise<EvaluationSealList> =>
  unwrap(api.GET('/api/evaluations/{id}/seals', byId(id)));

export const fetchUnits = (year: number, organisationId?: string): Promise<EvaluationUnitList> =>
  unwrap(
    api.GET('/api/evaluations/units', { params: { query: { year, ...(organisationId ? { organisationId } : {}) } } }),
  );

export const fetchUnit = (year: number, organisationId: string): Promise<UnitEvaluation> =>
  unwrap(api.GET('/api/evaluations/units/{organisationId}', { params: { path: { organisationId }, query: { year } } }));

export const fetchAccounts = (
  year: number,
  differing: boolean,
  page: number,
  size: number,
): Promise<FinalAccountPage> =>
  unwrap(
    api.GET('/api/evaluations/years/{year}/final-accounts', {
      params: { path: { year }, query: { page, size, ...(differing ? { differing: 'true' } : {}) } },
    }),
  );

/** Takes final accounts in, or with `dryRun` only shows what would come of them. */
export const sendAccounts = (year: number, body: FinalAccountsInput): Promise<FinalAccountsResult> =>
  unwrap(api.POST('/api/evaluations/years/{year}/final-accounts', { params: { path: { year } }, body }));

/** The same of a table in a file. */
export function sendAccountFile(year: number, file: File, dryRun: boolean): Promise<FinalAccountsResult> {
  const form = new FormData();
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  return postForm(`/api/evaluations/years/${year}/final-accounts/file`, form);
}

/** Takes official forms in that were filled in by hand, or with `dryRun` only shows what they would change. */
export function sendForms(year: number, file: File, dryRun: boolean): Promise<EvaluationFormsResult> {
  const form = new FormData();
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  return postForm(`/api/evaluations/years/${year}/forms`, form);
}

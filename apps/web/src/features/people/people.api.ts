import { api, unwrap } from '../../shared/api/client.js';
import type {
  DelegationInput,
  DelegationList,
  DeputyCandidateList,
  FirstPassword,
  HandoverInput,
  HandoverResult,
  HandoverWork,
  NewDelegation,
  NewPersonInput,
  Person,
  PersonChanges,
  PersonDetail,
  PersonPage,
} from '../../shared/api/schema.gen.js';

export interface PeopleFilter {
  readonly search?: string;
  readonly organisationId?: string;
  readonly role?: Person['roles'][number]['role'];
  readonly state?: Person['state'];
  readonly page: number;
  readonly size: number;
}

const at = (id: string) => ({ params: { path: { id } } });

export const fetchPeople = (query: PeopleFilter): Promise<PersonPage> =>
  unwrap(api.GET('/api/users', { params: { query: { ...query } } }));

export const fetchPerson = (id: string): Promise<PersonDetail> => unwrap(api.GET('/api/users/{id}', at(id)));

export const addPerson = (body: NewPersonInput): Promise<FirstPassword> => unwrap(api.POST('/api/users', { body }));

export const changePerson = (id: string, body: PersonChanges): Promise<PersonDetail> =>
  unwrap(api.PATCH('/api/users/{id}', { ...at(id), body }));

export const resetPassword = (id: string): Promise<FirstPassword> =>
  unwrap(api.POST('/api/users/{id}/password-reset', at(id)));

export const unlockPerson = async (id: string): Promise<void> => {
  await unwrap(api.POST('/api/users/{id}/unlock', at(id)));
};

export const endSessions = async (id: string): Promise<void> => {
  await unwrap(api.POST('/api/users/{id}/end-sessions', at(id)));
};

export const handOver = (id: string, body: HandoverInput): Promise<HandoverResult> =>
  unwrap(api.POST('/api/users/{id}/handover', { ...at(id), body }));

export const fetchHandoverWork = (id: string): Promise<HandoverWork> =>
  unwrap(api.GET('/api/users/{id}/handover', at(id)));

export const appointFor = (id: string, body: DelegationInput): Promise<NewDelegation> =>
  unwrap(api.POST('/api/users/{id}/deputies', { ...at(id), body }));

export const fetchDeputies = (): Promise<DelegationList> => unwrap(api.GET('/api/deputies'));

export const fetchCandidates = (search: string): Promise<DeputyCandidateList> =>
  unwrap(api.GET('/api/deputies/candidates', { params: { query: search ? { search } : {} } }));

export const appointDeputy = (body: DelegationInput): Promise<NewDelegation> =>
  unwrap(api.POST('/api/deputies', { body }));

export const endDeputy = async (id: string): Promise<void> => {
  await unwrap(api.POST('/api/deputies/{id}/end', at(id)));
};

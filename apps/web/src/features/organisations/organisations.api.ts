import { api, unwrap } from '../../shared/api/client.js';
import type {
  Organisation,
  OrganisationChanges,
  OrganisationInput,
  OrganisationList,
} from '../../shared/api/schema.gen.js';

export const fetchOrganisations = (): Promise<OrganisationList> => unwrap(api.GET('/api/organisations'));

export const addOrganisation = (body: OrganisationInput): Promise<Organisation> =>
  unwrap(api.POST('/api/organisations', { body }));

export const changeOrganisation = (id: string, body: OrganisationChanges): Promise<Organisation> =>
  unwrap(api.PATCH('/api/organisations/{id}', { params: { path: { id } }, body }));

export const removeOrganisation = async (id: string): Promise<void> => {
  await unwrap(api.DELETE('/api/organisations/{id}', { params: { path: { id } } }));
};

import { api, unwrap } from '../../shared/api/client.js';
import type { OrganisationList } from '../../shared/api/schema.gen.js';

export const fetchOrganisations = (): Promise<OrganisationList> => unwrap(api.GET('/api/organisations'));

import { api, unwrap } from '../../shared/api/client.js';
import type { ResponsiblePeople } from '../../shared/api/schema.gen.js';

export const fetchResponsible = (id: string): Promise<ResponsiblePeople> =>
  unwrap(api.GET('/api/organisations/{id}/responsible', { params: { path: { id } } }));

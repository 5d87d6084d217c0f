import { api, unwrap } from '../../shared/api/client.js';
import type { AuditPage } from '../../shared/api/schema.gen.js';

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly subject?: string;
  readonly page: number;
  readonly size: number;
}

export const fetchAudit = (query: AuditFilter): Promise<AuditPage> =>
  unwrap(api.GET('/api/audit', { params: { query: { ...query } } }));

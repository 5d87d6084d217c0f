import { api, unwrap } from '../../shared/api/client.js';
import type { AuditChoices, AuditPage, AuditVerification } from '../../shared/api/schema.gen.js';
import { servedFile, type ServedFile } from '../../shared/api/served-file.js';

/** What entries are narrowed to; days are ISO days in China. */
export interface AuditCriteria {
  readonly actor?: string;
  /** An action, or its slice for all actions of it. */
  readonly action?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly address?: string;
}

export interface AuditFilter extends AuditCriteria {
  readonly page: number;
  readonly size: number;
}

export type AuditFormat = 'csv' | 'xlsx';

export const fetchAudit = (query: AuditFilter): Promise<AuditPage> =>
  unwrap(api.GET('/api/audit', { params: { query: { ...query } } }));

export const fetchAuditChoices = (): Promise<AuditChoices> => unwrap(api.GET('/api/audit/choices'));

/** Walks the whole chain. @param expected end of the trail as it was noted before, `SEQ:HASH` */
export const verifyAudit = (expected: string | undefined): Promise<AuditVerification> =>
  unwrap(api.GET('/api/audit/verification', { params: { query: { expected } } }));

export async function exportAudit(criteria: AuditCriteria, format: AuditFormat): Promise<ServedFile> {
  const query = { ...criteria, format };
  return servedFile(await api.GET('/api/audit/export', { params: { query }, parseAs: 'blob' }), `audit.${format}`);
}

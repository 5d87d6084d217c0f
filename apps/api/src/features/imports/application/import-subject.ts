import type { ImportBatch } from '../persistence/import-batch.entity.js';

/** What the audit trail calls a file that was imported. */
export const importSubject = ({ id }: Pick<ImportBatch, 'id'>): string => `import/${id}`;

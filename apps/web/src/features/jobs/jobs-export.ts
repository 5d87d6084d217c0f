import type { Job } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import { failureText } from './job-list.js';

/** Jobs with what became of them, as a file. */
export const jobsTable = (
  rows: readonly Job[],
  words: { readonly name: (name: string) => string; readonly round: (key: string) => string | null },
  t: Translate,
): TableExport =>
  tableOf<Job>(
    t('nav.jobs'),
    [
      { header: t('job.kind'), kind: 'text', cell: ({ name }) => words.name(name) },
      { header: t('job.about'), kind: 'text', cell: ({ key }) => words.round(key) },
      { header: t('job.state'), kind: 'text', cell: ({ status }) => t(`job.status.${status}`) },
      { header: t('job.attempts'), kind: 'integer', cell: ({ attempts }) => attempts },
      { header: t('job.requestedBy'), kind: 'text', cell: ({ requestedByName }) => requestedByName ?? t('job.system') },
      { header: t('job.createdAt'), kind: 'date', cell: ({ createdAt }) => createdAt },
      { header: t('job.finishedAt'), kind: 'date', cell: ({ finishedAt }) => finishedAt },
      { header: t('export.failure'), kind: 'text', cell: failureText },
    ],
    rows,
  );

import type { RoundVerification } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

type Verified = RoundVerification['projects'][number];

/** What was drawn and found in a round, as a file. */
export const verificationTable = (title: string, rows: readonly Verified[], t: Translate): TableExport =>
  tableOf<Verified>(
    title,
    [
      { header: t('targetChange.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('targetChange.project'), kind: 'text', cell: ({ name }) => name },
      {
        header: t('verification.drawn'),
        kind: 'text',
        cell: ({ isDrawn }) => t(isDrawn ? 'verification.isDrawn' : 'verification.notDrawn'),
      },
      { header: t('verification.verified'), kind: 'integer', cell: ({ verified }) => verified },
      { header: t('verification.differing'), kind: 'integer', cell: ({ differing }) => differing },
      { header: t('verification.reportedLight'), kind: 'text', cell: ({ light }) => light && t(`light.${light}`) },
      {
        header: t('verification.verifiedLight'),
        kind: 'text',
        cell: ({ verifiedLight }) => (verifiedLight ? t(`light.${verifiedLight}`) : t('verification.notYet')),
      },
    ],
    rows,
  );

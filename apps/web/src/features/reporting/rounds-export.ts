import type { Round } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

/** The rounds with their windows, as a file. */
export const roundsTable = (
  rows: readonly Round[],
  words: { readonly period: (round: Round) => string; readonly pack: (round: Round) => string },
  t: Translate,
): TableExport =>
  tableOf<Round>(
    t('nav.rounds'),
    [
      { header: t('round.period'), kind: 'text', cell: words.period },
      { header: t('round.state'), kind: 'text', cell: ({ status }) => t(`round.status.${status}`) },
      { header: t('round.opensOn'), kind: 'date', cell: ({ opensOn }) => opensOn },
      { header: t('round.closesOn'), kind: 'date', cell: ({ closesOn }) => closesOn },
      { header: t('round.rulePack'), kind: 'text', cell: words.pack },
      { header: t('round.lockedAt'), kind: 'date', cell: ({ lockedAt }) => lockedAt },
    ],
    rows,
  );

import type { OwingUnit } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

/** Who owes what, as a file. */
export const owingTable = (title: string, rows: readonly OwingUnit[], t: Translate): TableExport =>
  tableOf<OwingUnit>(
    title,
    [
      { header: t('owing.unit'), kind: 'text', cell: ({ name }) => name },
      { header: t('export.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('owing.deadline'), kind: 'date', cell: ({ closesOn }) => closesOn },
      { header: t('owing.extended'), kind: 'text', cell: ({ extensionReason }) => extensionReason },
      { header: t('owing.owed'), kind: 'integer', cell: ({ owed }) => owed },
      { header: t('owing.notBegun'), kind: 'integer', cell: ({ notBegun }) => notBegun },
      { header: t('owing.draft'), kind: 'integer', cell: ({ draft }) => draft },
      { header: t('owing.returned'), kind: 'integer', cell: ({ returned }) => returned },
      { header: t('owing.waitsUnit'), kind: 'integer', cell: ({ submitted }) => submitted },
      { header: t('owing.waitsFinance'), kind: 'integer', cell: ({ unitApproved }) => unitApproved },
      { header: t('export.accepted'), kind: 'integer', cell: ({ accepted }) => accepted },
      { header: t('export.projects'), kind: 'integer', cell: ({ projects }) => projects },
      { header: t('role.clerk'), kind: 'text', cell: ({ clerks }) => clerks.join(t('owing.between')) },
      { header: t('owing.reviewer'), kind: 'text', cell: ({ reviewers }) => reviewers.join(t('owing.between')) },
    ],
    rows,
  );

import type { Person } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

/** Accounts with their roles, as a file. */
export function peopleTable(rows: readonly Person[], day: (iso: string) => string, t: Translate): TableExport {
  const roleOf = ({ organisationName, role, validFrom, validUntil }: Person['roles'][number]): string =>
    [
      `${organisationName} · ${t(`role.${role}`)}`,
      validFrom ? t('people.fromDay', { day: day(validFrom) }) : '',
      validUntil ? t('people.untilDay', { day: day(validUntil) }) : '',
    ]
      .filter((text) => text !== '')
      .join(' ');
  return tableOf<Person>(
    t('nav.people'),
    [
      { header: t('people.username'), kind: 'text', cell: ({ username }) => username },
      { header: t('people.name'), kind: 'text', cell: ({ displayName }) => displayName },
      { header: t('people.roles'), kind: 'text', cell: ({ roles }) => roles.map(roleOf).join('\n') },
      { header: t('people.state'), kind: 'text', cell: ({ state }) => t(`personState.${state}`) },
      { header: t('people.lastSignIn'), kind: 'date', cell: ({ lastSignInAt }) => lastSignInAt },
    ],
    rows,
  );
}

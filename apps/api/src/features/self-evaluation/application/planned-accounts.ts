import { completeAccount, type AccountedExpenditure, type Problem } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import type { AccountedProject } from '../persistence/final-account.repository.js';
import type { AccountRow } from './accounts-delivery.js';

/** What a row makes of a project's final account. */
export interface PlannedAccount {
  readonly row: AccountRow;
  readonly project: AccountedProject;
  readonly amounts: AccountedExpenditure;
  readonly before: FinalAccount | undefined;
  readonly outcome: 'new' | 'changed' | 'unchanged';
}

export interface PlannedAccounts {
  readonly accounts: readonly PlannedAccount[];
  /** Every row that is refused. */
  readonly issues: readonly FieldIssue[];
}

/** A code counts before a name; a name has to be that of one project. */
export function plannedAccounts(
  rows: readonly AccountRow[],
  projects: readonly AccountedProject[],
  stored: ReadonlyMap<string, FinalAccount>,
): PlannedAccounts {
  const find = finderOf(projects);
  const seen = new Set<string>();
  const accounts: PlannedAccount[] = [];
  const issues: FieldIssue[] = [];
  for (const row of rows) {
    const found = find(row);
    const amounts = completeAccount(row);
    if ('code' in found && 'params' in found) issues.push({ path: row.at, ...found });
    else if (!amounts.ok) issues.push({ path: row.at, ...amounts.error });
    else if (seen.has(found.id))
      issues.push({ path: row.at, code: 'final-account-twice', params: { project: found.name } });
    else {
      seen.add(found.id);
      const before = stored.get(found.id);
      accounts.push({
        row,
        project: found,
        amounts: amounts.value,
        before,
        outcome: outcomeOf(row, amounts.value, before),
      });
    }
  }
  return { accounts, issues };
}

type Unfound = Required<Problem>;

function finderOf(projects: readonly AccountedProject[]): (row: AccountRow) => AccountedProject | Unfound {
  const byCode = new Map(projects.flatMap((each) => (each.code === null ? [] : [[each.code, each] as const])));
  const byName = new Map<string, AccountedProject[]>();
  for (const each of projects) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return ({ code, name }) => {
    const params = { code, name };
    if (code !== null) return byCode.get(code) ?? { code: 'project-unknown', params };
    const [found, other] = byName.get(name ?? '') ?? [];
    if (found === undefined) return { code: 'project-unknown', params };
    return other === undefined ? found : { code: 'final-account-ambiguous', params };
  };
}

function outcomeOf(
  { note }: AccountRow,
  amounts: AccountedExpenditure,
  before: FinalAccount | undefined,
): PlannedAccount['outcome'] {
  if (before === undefined) return 'new';
  const isSame =
    before.fiscalFen === amounts.fiscalFen &&
    before.carriedFen === amounts.carriedFen &&
    before.otherFen === amounts.otherFen &&
    before.note === note;
  return isSame ? 'unchanged' : 'changed';
}

import { permissionsOf, type Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { AddUser, OrganisationDirectory, type DirectoryEntry } from '../../identity/index.js';
import { AddOrganisation, AllowSelfApproval } from '../../organisations/index.js';
import { DemoStateRepository } from '../persistence/demo-state.repository.js';
import { ACCOUNTS, DEMO_PASSWORD, ORGANISATIONS, SELF_APPROVAL, type DemoAccount } from '../county/people.js';

const ACTOR = 'demo';
const ROOT = first(ORGANISATIONS);
const LAST_ACCOUNT = first([...ACCOUNTS].reverse());

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('The demonstration is empty');
  return item;
}

/** The county's organisations and people. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly state: DemoStateRepository,
    private readonly directory: OrganisationDirectory,
    private readonly addOrganisation: AddOrganisation,
    private readonly selfApproval: AllowSelfApproval,
    private readonly addUser: AddUser,
  ) {}

  /** True where the county is there, completely or in part. */
  isBegun(): Promise<boolean> {
    return this.state.hasOrganisation(ROOT.code, ROOT.name);
  }

  /** True where the last account is there, which is the last step of the load. */
  isComplete(): Promise<boolean> {
    return this.state.hasAccount(LAST_ACCOUNT.username);
  }

  async addOrganisations(): Promise<void> {
    for (const organisation of ORGANISATIONS) {
      if ((await this.directory.byCode(organisation.code)) !== null) continue;
      const { id } = await this.addOrganisation.execute({ ...organisation, addedBy: ACTOR });
      if (!SELF_APPROVAL.units.some((code) => code === organisation.code)) continue;
      const { reason } = SELF_APPROVAL;
      await this.selfApproval.run(await this.person('finance'), id, { allowed: true, reason });
    }
  }

  /** Accounts of those who are told of what happens in the open round; all but the one that says that the load is complete. */
  async addAccountsButTheLast(): Promise<void> {
    await this.addAll(ACCOUNTS.filter((account) => account !== LAST_ACCOUNT));
  }

  async addAccounts(): Promise<void> {
    await this.addAll(ACCOUNTS);
  }

  private async addAll(accounts: readonly DemoAccount[]): Promise<void> {
    for (const account of accounts) {
      const { username, displayName, organisationCode } = account;
      if (await this.state.hasAccount(username)) continue;
      const roles = rolesOf(account).map((role) => ({ role, organisationCode }));
      await this.addUser.execute({ username, displayName, password: DEMO_PASSWORD, roles, addedBy: ACTOR });
    }
  }

  /** The person of an account with what the role allows, whether or not the account is stored yet. */
  async person(username: string): Promise<CurrentUser> {
    const account = ACCOUNTS.find((each) => each.username === username);
    if (!account) throw new Error(`The demonstration has no account ${username}`);
    return this.personOf(account);
  }

  /** Who reports for a unit. */
  async clerkOf(unitCode: string): Promise<CurrentUser> {
    const account = ACCOUNTS.find(({ role, organisationCode }) => role === 'clerk' && organisationCode === unitCode);
    if (!account) throw new Error(`Nobody reports for the demonstration's unit ${unitCode}`);
    return this.personOf(account);
  }

  /** Who checks the reports of a unit: its own reviewer, else its department's. */
  async reviewerOf(unitCode: string): Promise<CurrentUser> {
    const reviews = (place: string) => (account: DemoAccount) =>
      account.organisationCode === place &&
      rolesOf(account).some((role) => role === 'unitReviewer' || role === 'departmentReviewer');
    const account = ACCOUNTS.find(reviews(unitCode)) ?? ACCOUNTS.find(reviews(unitCode.slice(0, 3)));
    if (!account) throw new Error(`Nobody checks the reports of the demonstration's unit ${unitCode}`);
    return this.personOf(account);
  }

  async organisation(code: string): Promise<DirectoryEntry> {
    const found = await this.directory.byCode(code);
    if (found === null) throw new Error(`The demonstration's organisation ${code} is missing`);
    return found;
  }

  private async personOf(account: DemoAccount): Promise<CurrentUser> {
    const { username, displayName, organisationCode } = account;
    const { id, name, path } = await this.organisation(organisationCode);
    const roles = rolesOf(account);
    return {
      userId: ACTOR,
      username,
      displayName,
      roles: roles.map((role) => ({ role, organisationId: id, organisationName: name })),
      scope: Object.fromEntries(roles.flatMap(permissionsOf).map((permission) => [permission, [path]])),
      actsFor: [],
    };
  }
}

const rolesOf = ({ role, secondRole }: DemoAccount): readonly Role[] => [role, ...(secondRole ? [secondRole] : [])];

import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { AddUser, firstPassword } from '../../identity/index.js';
import type { FirstPassword, NewPersonInput } from '../http/people.dto.js';
import { GrantableOrganisations } from './grantable-organisations.js';

/** A new account, for a person whom the administrator tells the first password. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly organisations: GrantableOrganisations,
    private readonly addUser: AddUser,
  ) {}

  /**
   * @throws DomainError `not-found` for an organisation at which the caller does not manage people,
   *   `organisation-closed`, and those of `AddUser`
   */
  async execute(user: CurrentUser, input: NewPersonInput, remoteAddress: string): Promise<FirstPassword> {
    const roles = [];
    for (const { role, organisationId } of input.roles) {
      const { code } = await this.organisations.require(user, { role, organisationId });
      roles.push({ role, organisationCode: code });
    }
    const password = firstPassword();
    const { username, displayName } = input;
    const person = { username, displayName, password, roles, addedBy: user.username, remoteAddress };
    return { id: await this.addUser.execute({ ...person, mustChangePassword: true }), password };
  }
}

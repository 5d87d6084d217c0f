import type { Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { nearestHolders, OrganisationDirectory, PeopleDirectory } from '../../identity/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { ResponsiblePeople } from '../http/responsible.dto.js';

/** Who fills in, who checks it in the unit, and who checks it in the department above. */
const RESPONSIBLE = ['clerk', 'unitReviewer', 'departmentReviewer'] as const satisfies readonly Role[];

/** Who answers for an organisation today, by name, for those who see its figures. Accounts are not told of. */
@Injectable()
export class ResponsiblePeopleQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly people: PeopleDirectory,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, organisationId: string): Promise<ResponsiblePeople> {
    const { path } = await this.access.require(user, organisationId, 'lights.read');
    const line = path.split('/').filter((id) => id !== '');
    const holders = await this.people.holdersAt(this.uow.reader, RESPONSIBLE, line);
    const places = await this.organisations.byIds(line);
    return {
      items: RESPONSIBLE.map((role) => {
        const ofRole = nearestHolders(
          holders.filter((each) => each.role === role),
          path,
        );
        const place = places.get(ofRole[0]?.organisationId ?? '');
        return {
          role,
          organisationId: place?.id ?? null,
          organisationName: place?.name ?? null,
          people: ofRole.map(({ displayName, onBehalfOf }) => ({ displayName, onBehalfOf })),
        };
      }),
    };
  }
}

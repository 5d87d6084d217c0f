import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { AccountHelp } from './application/account-help.js';
import { AddPerson } from './application/add-person.js';
import { ChangePerson } from './application/change-person.js';
import { DelegationViews } from './application/delegation-views.js';
import { Deputies } from './application/deputies.js';
import { DeputyCandidatesQuery } from './application/deputy-candidates.query.js';
import { Duties } from './application/duties.js';
import { GrantableOrganisations } from './application/grantable-organisations.js';
import { HandOver } from './application/hand-over.js';
import { KeepAdministrator } from './application/keep-administrator.js';
import { ManagedPeople } from './application/managed-people.js';
import { PeoplePageQuery } from './application/people.query.js';
import { PersonViews } from './application/person-views.js';
import { ResponsiblePeopleQuery } from './application/responsible-people.query.js';
import { DeputiesController } from './http/deputies.controller.js';
import { PeopleController } from './http/people.controller.js';
import { ResponsibleController } from './http/responsible.controller.js';
import { AdministratorsQuery } from './persistence/administrators.query.js';
import { PeopleIdsQuery } from './persistence/people.query.js';

/** The administration of accounts and roles, deputies and handover. Signing in is identity's. */
@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [PeopleController, DeputiesController, ResponsibleController],
  providers: [
    AccountHelp,
    AddPerson,
    AdministratorsQuery,
    ChangePerson,
    DelegationViews,
    Deputies,
    DeputyCandidatesQuery,
    Duties,
    GrantableOrganisations,
    HandOver,
    KeepAdministrator,
    ManagedPeople,
    PeopleIdsQuery,
    PeoplePageQuery,
    PersonViews,
    ResponsiblePeopleQuery,
  ],
  exports: [DelegationViews, ManagedPeople],
})
export class PeopleModule {}

import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OrganisationDirectory } from '../identity/index.js';
import { AddOrganisation } from './application/add-organisation.js';
import { AllowSelfApproval } from './application/allow-self-approval.js';
import { ChangeOrganisation } from './application/change-organisation.js';
import { MoveOrganisation } from './application/move-organisation.js';
import { NameOrganisations } from './application/name-organisations.js';
import { OrganisationAccess } from './application/organisation-access.js';
import { RemoveOrganisation } from './application/remove-organisation.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { OrganisationRepository } from './persistence/organisation.repository.js';

/** Global, for it answers the questions that identity asks of organisations without importing them. */
@Global()
@Module({
  imports: [AuditModule],
  controllers: [OrganisationsController],
  providers: [
    AddOrganisation,
    AllowSelfApproval,
    ChangeOrganisation,
    MoveOrganisation,
    NameOrganisations,
    OrganisationAccess,
    OrganisationRepository,
    RemoveOrganisation,
    { provide: OrganisationDirectory, useExisting: OrganisationRepository },
  ],
  exports: [AddOrganisation, AllowSelfApproval, OrganisationAccess, OrganisationDirectory, OrganisationRepository],
})
export class OrganisationsModule {}

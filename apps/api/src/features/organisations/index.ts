export { OrganisationsModule } from './organisations.module.js';
export { organisationsMessages } from './messages.js';
export { AddOrganisation, type NewOrganisation } from './application/add-organisation.js';
export { AllowSelfApproval } from './application/allow-self-approval.js';
export { organisationClosing, organisationMoved } from './application/organisation.events.js';
export { OrganisationAccess } from './application/organisation-access.js';
export { Organisation, type OrganisationKind } from './persistence/organisation.entity.js';
export { OrganisationRepository } from './persistence/organisation.repository.js';
export { belowPaths, restrictToScope, type SqlCondition } from './persistence/scope.query.js';

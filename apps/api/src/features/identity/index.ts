export { IdentityModule } from './identity.module.js';
export { identityMessages } from './messages.js';
export { AddUser, type NewUser } from './application/add-user.js';
export { ChangePassword } from './application/change-password.js';
export { ManageTokens, type NewToken } from './application/manage-tokens.js';
export { OrganisationDirectory, type DirectoryEntry } from './application/organisation-directory.js';
export { nearestHolders, PeopleDirectory, type RoleHolder } from './application/people-directory.query.js';
export { RequestAuthentication } from './http/request-authentication.js';

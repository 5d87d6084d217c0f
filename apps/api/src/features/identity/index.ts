export { IdentityModule } from './identity.module.js';
export { identityMessages } from './messages.js';
export { AddUser, type NewUser } from './application/add-user.js';
export { Authentication } from './application/authentication.js';
export { ChangePassword } from './application/change-password.js';
export { OrganisationDirectory, type DirectoryEntry } from './application/organisation-directory.js';
export { sessionTokenOf } from './http/session-cookie.js';

export { IdentityModule } from './identity.module.js';
export { identityMessages } from './messages.js';
export { passwordSetByOther } from './application/account.events.js';
export { AccessNews } from './application/access-news.js';
export { AddUser, type NewUser } from './application/add-user.js';
export { ChangePassword } from './application/change-password.js';
export { ManageTokens, type NewToken } from './application/manage-tokens.js';
export { OrganisationDirectory, type DirectoryEntry } from './application/organisation-directory.js';
export {
  nearestHolders,
  PeopleDirectory,
  type RoleHolder,
  type RoleInForce,
} from './application/people-directory.query.js';
export { PeopleNames, type NameOf } from './application/people-names.js';
export { RequestAuthentication } from './http/request-authentication.js';
export { firstPassword } from './application/first-password.js';
export { newRole } from './application/new-role.js';
export { isInForce, isNotOver } from './application/roles-in-force.js';
export { SignInLocks } from './application/sign-in-locks.js';
export { AccountRepository } from './persistence/account.repository.js';
export { DelegationRepository } from './persistence/delegation.repository.js';
export { SessionRepository } from './persistence/session.repository.js';
export type { UserAccount } from './persistence/user-account.entity.js';
export { UserDelegation } from './persistence/user-delegation.entity.js';
export type { UserRole } from './persistence/user-role.entity.js';

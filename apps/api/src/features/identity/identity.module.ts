import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { AccessNews } from './application/access-news.js';
import { AddUser } from './application/add-user.js';
import { Authentication } from './application/authentication.js';
import { BackgroundWrites } from './application/background-writes.js';
import { ChangeOwnPassword } from './application/change-own-password.js';
import { ChangePassword } from './application/change-password.js';
import { ManageTokens } from './application/manage-tokens.js';
import { NamePeople } from './application/name-people.js';
import { OidcClient } from './application/oidc-client.js';
import { OidcSignIn } from './application/oidc-sign-in.js';
import { OwnAccountQuery } from './application/own-account.query.js';
import { PasswordHashing } from './application/password-hashing.js';
import { Passwords } from './application/passwords.js';
import { PeopleDirectory } from './application/people-directory.query.js';
import { PeopleNames } from './application/people-names.js';
import { Sessions } from './application/sessions.js';
import { SignInLocks } from './application/sign-in-locks.js';
import { SignInThrottle } from './application/sign-in-throttle.js';
import { SignInTrail } from './application/sign-in-trail.js';
import { SignIn } from './application/sign-in.js';
import { TokenAuthentication } from './application/token-authentication.js';
import { AccessGuard } from './http/access.guard.js';
import { OidcController } from './http/oidc.controller.js';
import { RequestAuthentication } from './http/request-authentication.js';
import { SessionController } from './http/session.controller.js';
import { TokensController } from './http/tokens.controller.js';
import { AccountRepository } from './persistence/account.repository.js';
import { ApiTokenRepository } from './persistence/api-token.repository.js';
import { DelegationRepository } from './persistence/delegation.repository.js';
import { FormerPasswordRepository } from './persistence/former-password.repository.js';
import { SessionRepository } from './persistence/session.repository.js';
import { SignInFailureRepository } from './persistence/sign-in-failure.repository.js';

/** People, sign-in and sessions. `OrganisationDirectory` comes from the organisations slice, which is global. */
@Module({
  imports: [AuditModule],
  controllers: [OidcController, SessionController, TokensController],
  providers: [
    AccessNews,
    AccountRepository,
    AddUser,
    ApiTokenRepository,
    Authentication,
    BackgroundWrites,
    ChangeOwnPassword,
    ChangePassword,
    DelegationRepository,
    FormerPasswordRepository,
    ManageTokens,
    NamePeople,
    OidcClient,
    OidcSignIn,
    OwnAccountQuery,
    PasswordHashing,
    Passwords,
    PeopleDirectory,
    PeopleNames,
    RequestAuthentication,
    SessionRepository,
    Sessions,
    SignIn,
    SignInFailureRepository,
    SignInLocks,
    SignInThrottle,
    SignInTrail,
    TokenAuthentication,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AccessNews,
    AccountRepository,
    AddUser,
    ChangePassword,
    DelegationRepository,
    ManageTokens,
    PeopleDirectory,
    PeopleNames,
    RequestAuthentication,
    SessionRepository,
    SignInLocks,
  ],
})
export class IdentityModule {}

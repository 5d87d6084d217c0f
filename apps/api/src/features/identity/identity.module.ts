import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { AddUser } from './application/add-user.js';
import { Authentication } from './application/authentication.js';
import { BackgroundWrites } from './application/background-writes.js';
import { ChangePassword } from './application/change-password.js';
import { ManageTokens } from './application/manage-tokens.js';
import { NamePeople } from './application/name-people.js';
import { PasswordHashing } from './application/password-hashing.js';
import { PeopleDirectory } from './application/people-directory.query.js';
import { Sessions } from './application/sessions.js';
import { SignIn } from './application/sign-in.js';
import { SignInThrottle } from './application/sign-in-throttle.js';
import { TokenAuthentication } from './application/token-authentication.js';
import { AccessGuard } from './http/access.guard.js';
import { RequestAuthentication } from './http/request-authentication.js';
import { SessionController } from './http/session.controller.js';
import { TokensController } from './http/tokens.controller.js';
import { AccountRepository } from './persistence/account.repository.js';
import { ApiTokenRepository } from './persistence/api-token.repository.js';
import { SessionRepository } from './persistence/session.repository.js';

/** People, sign-in and sessions. `OrganisationDirectory` comes from the organisations slice, which is global. */
@Module({
  imports: [AuditModule],
  controllers: [SessionController, TokensController],
  providers: [
    AccountRepository,
    AddUser,
    ApiTokenRepository,
    Authentication,
    BackgroundWrites,
    ChangePassword,
    ManageTokens,
    NamePeople,
    PasswordHashing,
    PeopleDirectory,
    RequestAuthentication,
    SessionRepository,
    Sessions,
    SignIn,
    SignInThrottle,
    TokenAuthentication,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AddUser, ChangePassword, ManageTokens, PeopleDirectory, RequestAuthentication],
})
export class IdentityModule {}

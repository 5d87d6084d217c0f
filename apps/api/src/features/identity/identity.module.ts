import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/index.js';
import { AddUser } from './application/add-user.js';
import { Authentication } from './application/authentication.js';
import { ChangePassword } from './application/change-password.js';
import { PasswordHashing } from './application/password-hashing.js';
import { Sessions } from './application/sessions.js';
import { SignIn } from './application/sign-in.js';
import { SignInThrottle } from './application/sign-in-throttle.js';
import { AccessGuard } from './http/access.guard.js';
import { SessionController } from './http/session.controller.js';
import { AccountRepository } from './persistence/account.repository.js';
import { SessionRepository } from './persistence/session.repository.js';

/** People, sign-in and sessions. `OrganisationDirectory` comes from the organisations slice, which is global. */
@Module({
  imports: [AuditModule],
  controllers: [SessionController],
  providers: [
    AccountRepository,
    AddUser,
    Authentication,
    ChangePassword,
    PasswordHashing,
    SessionRepository,
    Sessions,
    SignIn,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AddUser, Authentication, ChangePassword],
})
export class IdentityModule {}

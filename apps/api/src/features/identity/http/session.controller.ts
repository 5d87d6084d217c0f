import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { PERMISSIONS } from '@jixiao/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { Allow, Caller, holds, Public, WithDuePassword, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Authentication } from '../application/authentication.js';
import { ChangeOwnPassword } from '../application/change-own-password.js';
import { OwnAccountQuery } from '../application/own-account.query.js';
import { Sessions } from '../application/sessions.js';
import { SignIn } from '../application/sign-in.js';
import { Me, OwnAccount, PasswordChangeInput, SignInInput, SignInMethods } from './identity.dto.js';
import { clearSessionCookie, requireSessionToken, sessionTokenOf, setSessionCookie } from './session-cookie.js';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly authentication: Authentication,
    private readonly ownAccount: OwnAccountQuery,
    private readonly changePassword: ChangeOwnPassword,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get('methods')
  @Public()
  @Answers(SignInMethods)
  methods(): SignInMethods {
    const { local, oidc } = this.config.signIn;
    return { local, oidc: oidc && { label: oidc.label } };
  }

  @Post()
  @Public()
  @Answers(Me)
  async create(
    @Body({ schema: SignInInput }) input: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { userId, token } = await this.signIn.execute(input.username, input.password, request.ip);
    const user = await this.authentication.describe(userId, 'password');
    if (user === null) throw new DomainError('sign-in-failed');
    setSessionCookie(reply, token, this.config);
    return asMe(user);
  }

  @Get()
  @Allow()
  @WithDuePassword()
  @Answers(Me)
  read(@Caller() user: CurrentUser): Me {
    return asMe(user);
  }

  @Get('account')
  @Allow()
  @WithDuePassword()
  @Answers(OwnAccount)
  account(@Caller() user: CurrentUser, @Req() request: FastifyRequest): Promise<OwnAccount> {
    return this.ownAccount.run(user, requireSessionToken(request));
  }

  @Put('password')
  @Allow()
  @WithDuePassword()
  @AnswersNothing()
  password(
    @Caller() user: CurrentUser,
    @Body({ schema: PasswordChangeInput }) input: PasswordChangeInput,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.changePassword.execute(user, requireSessionToken(request), input, request.ip);
  }

  /** Ends the person's other sessions: a screen forgotten elsewhere. */
  @Delete('others')
  @Allow()
  @AnswersNothing()
  endOthers(@Caller() user: CurrentUser, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.endOthers(user, requireSessionToken(request), request.ip);
  }

  /** Public, and done also where there is no session: signing out twice is no error. */
  @Delete()
  @Public()
  @AnswersNothing()
  async remove(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.close(token, request.ip);
    clearSessionCookie(reply, this.config);
  }
}

const asMe = (user: CurrentUser): Me => ({
  username: user.username,
  displayName: user.displayName,
  roles: [...user.roles],
  permissions: PERMISSIONS.filter((permission) => holds(user, permission)),
  actsFor: [...user.actsFor],
  passwordDue: user.passwordDue ?? null,
});

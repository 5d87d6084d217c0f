import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { PERMISSIONS } from '@jixiao/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { Allow, Caller, holds, Public, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Authentication } from '../application/authentication.js';
import { Sessions } from '../application/sessions.js';
import { SignIn } from '../application/sign-in.js';
import { Me, SignInInput } from './identity.dto.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.js';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly authentication: Authentication,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Post()
  @Public()
  @Answers(Me)
  async create(
    @Body({ schema: SignInInput }) input: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { userId, token } = await this.signIn.execute(input.username, input.password, request.ip);
    const user = await this.authentication.describe(userId);
    if (user === null) throw new DomainError('sign-in-failed');
    setSessionCookie(reply, token, this.config);
    return asMe(user);
  }

  @Get()
  @Allow()
  @Answers(Me)
  read(@Caller() user: CurrentUser): Me {
    return asMe(user);
  }

  /** Public, and done also where there is no session: signing out twice is no error. */
  @Delete()
  @Public()
  @AnswersNothing()
  async remove(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
    clearSessionCookie(reply, this.config);
  }
}

const asMe = (user: CurrentUser): Me => ({
  username: user.username,
  displayName: user.displayName,
  roles: [...user.roles],
  permissions: PERMISSIONS.filter((permission) => holds(user, permission)),
});

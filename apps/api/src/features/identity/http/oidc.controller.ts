import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { Public } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OidcClient } from '../application/oidc-client.js';
import { OidcSignIn } from '../application/oidc-sign-in.js';
import { safeReturnPath } from './return-path.js';
import { setSessionCookie } from './session-cookie.js';

const COOKIE = 'oidc';
const MINUTES = 10;

const BeginQuery = z.object({ to: z.string().max(2000).optional() });
const Pending = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), to: z.string() });
type Pending = z.output<typeof Pending>;

/** The two ends of single sign-on, which browsers walk through: out to the issuer, and back. */
@ApiExcludeController()
@Controller('session/oidc')
export class OidcController {
  constructor(
    private readonly client: OidcClient,
    private readonly signIn: OidcSignIn,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @Public()
  async begin(
    @Query({ schema: BeginQuery }) { to = '/' }: z.output<typeof BeginQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orBackToSignIn(reply, async () => {
      const { url, pending } = await this.client.begin();
      const kept = { ...pending, to: this.pathOf(to) } satisfies Pending;
      const value = Buffer.from(JSON.stringify(kept)).toString('base64url');
      void reply.setCookie(COOKIE, value, { ...this.attributes, maxAge: MINUTES * 60 });
      return url;
    });
  }

  @Get('callback')
  @Public()
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.clearCookie(COOKIE, this.attributes);
    await orBackToSignIn(reply, async () => {
      const pending = pendingOf(request.cookies[COOKIE]);
      const search = request.url.slice(request.url.indexOf('?'));
      const { token } = await this.signIn.execute(search, pending, request.ip);
      setSessionCookie(reply, token, this.config);
      // Looked at again: the cookie is not signed, and another program of the same host may have written it.
      return this.pathOf(pending.to);
    });
  }

  private pathOf(wanted: string): string {
    return safeReturnPath(wanted, this.config.signIn.oidc?.publicUrl ?? '');
  }

  private get attributes() {
    const secure = this.config.session.cookieSecure;
    return { path: '/api/session/oidc', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}

/** Sends the browser on; where something goes wrong, back to the page for signing in, which says what it was. */
async function orBackToSignIn(reply: FastifyReply, step: () => Promise<string>): Promise<void> {
  const address = await step().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    const query = new URLSearchParams({ failed: error.code });
    if (error.code === 'oidc-unknown') query.set('name', String(error.params.username));
    return `/sign-in?${query.toString()}`;
  });
  await reply.redirect(address, 302);
}

/** @throws DomainError `oidc-refused` where the browser left so long ago that it has forgotten, or never did */
function pendingOf(cookie: string | undefined): Pending {
  try {
    return Pending.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')));
  } catch (error) {
    throw new DomainError('oidc-refused', {}, [], { cause: error });
  }
}

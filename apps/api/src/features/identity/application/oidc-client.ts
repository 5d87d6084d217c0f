import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import type { AppConfig, OidcConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

const CALLBACK = '/api/session/oidc/callback';
const SCOPE = 'openid profile';

/** What the browser keeps between leaving for the issuer and coming back, and the answer is compared with. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Loaded by the first who signs in so: most installations have no issuer, and no command speaks to one. */
const loadLibrary = () => import('openid-client');

/** The issuer of single sign-on, spoken to by authorization code with PKCE. */
@Injectable()
export class OidcClient {
  private readonly logger = new Logger('Identity');
  private discovered: Promise<Configuration> | null = null;

  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'signIn'>) {}

  /**
   * @returns the issuer's address to send the browser to
   * @throws DomainError `not-found` where single sign-on is not set up, `oidc-unavailable` where the issuer does not answer
   */
  async begin(): Promise<{ readonly url: string; readonly pending: PendingSignIn }> {
    const openid = await loadLibrary();
    const configuration = await this.issuer();
    const pending = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.publicUrl}${CALLBACK}`,
      scope: SCOPE,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, pending };
  }

  /**
   * Takes the issuer's answer: its state, the ID token's signature, issuer, audience, age and nonce must be right.
   * @param search the query of the callback's address, with its `?`
   * @returns the username that the ID token names
   * @throws DomainError `oidc-refused`, `oidc-unavailable`
   */
  async finish(search: string, { state, nonce, codeVerifier }: PendingSignIn): Promise<string> {
    const openid = await loadLibrary();
    const configuration = await this.issuer();
    const url = new URL(`${this.settings.publicUrl}${CALLBACK}${search}`);
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    const claims = await openid.authorizationCodeGrant(configuration, url, checks).then(
      (tokens) => tokens.claims(),
      (error: unknown) => {
        this.logger.warn(`Single sign-on was refused: ${reasonOf(error)}`);
        throw new DomainError('oidc-refused', {}, [], { cause: error });
      },
    );
    const username = claims?.[this.settings.usernameClaim];
    if (typeof username === 'string' && username !== '') return username;
    this.logger.warn(`The ID token has no claim ${this.settings.usernameClaim}`);
    throw new DomainError('oidc-refused');
  }

  private get settings(): OidcConfig {
    const { oidc } = this.config.signIn;
    if (oidc === null) throw new DomainError('not-found');
    return oidc;
  }

  /** What the issuer says of itself, asked once; a failure is asked again by the next who signs in. */
  private async issuer(): Promise<Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = null;
      if (error instanceof DomainError) throw error;
      this.logger.warn(`The issuer of single sign-on does not answer: ${reasonOf(error)}`);
      throw new DomainError('oidc-unavailable', {}, [], { cause: error });
    }
  }

  private async discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const openid = await loadLibrary();
    const server = new URL(issuer);
    // The token comes straight from the issuer, yet inside a closed network that may be without TLS: check its signature.
    const execute = [openid.enableNonRepudiationChecks];
    if (server.protocol === 'http:') execute.push(openid.allowInsecureRequests);
    return openid.discovery(server, clientId, undefined, openid.ClientSecretBasic(clientSecret), { execute });
  }
}

/** The chain of causes in one line, which has no secrets: the library's messages name what is wrong, not the values. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

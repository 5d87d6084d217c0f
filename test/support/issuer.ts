import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const CREDENTIALS = 'jixiao:client-secret';

interface Granted {
  readonly challenge: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: KeyObject;
}

/** A small issuer of single sign-on with real keys: discovery, keys and the token endpoint of OpenID Connect. */
export class TestIssuer {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly granted = new Map<string, Granted>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<TestIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = new TestIssuer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void issuer.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    return issuer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /**
   * The person agrees at the issuer's page.
   * @param address where the program sent the browser
   * @param changes to the ID token, and `key` of another signer
   * @returns the query with which the browser comes back
   */
  grant(address: string, username: string, changes: Readonly<Record<string, unknown>> = {}, key?: KeyObject): string {
    const asked = new URL(address).searchParams;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.url,
      aud: asked.get('client_id'),
      sub: `subject-${username}`,
      nonce: asked.get('nonce'),
      iat: now,
      exp: now + 60,
      preferred_username: username,
      ...changes,
    };
    const code = randomUUID();
    this.granted.set(code, {
      challenge: asked.get('code_challenge') ?? '',
      claims,
      key: key ?? this.keys.privateKey,
    });
    return `?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.url === '/.well-known/openid-configuration') return { status: 200, body: this.metadata };
    if (request.url === '/keys') {
      const key = { ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
      return { status: 200, body: { keys: [key] } };
    }
    return this.token(request);
  }

  private async token(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const form = new URLSearchParams(await text(request));
    const code = form.get('code') ?? '';
    const granted = this.granted.get(code);
    this.granted.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = granted?.challenge === challenge && credentialsOf(request) === CREDENTIALS;
    if (granted === undefined || !isRight) return { status: 400, body: { error: 'invalid_grant' } };
    const body = { access_token: 'access', token_type: 'Bearer', id_token: signed(granted.claims, granted.key) };
    return { status: 200, body };
  }

  private get metadata() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
}

/** By RFC 6749 both parts are encoded as in a form before they go into the header. */
const credentialsOf = ({ headers }: IncomingMessage): string =>
  decodeURIComponent(Buffer.from(headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString());

function signed(claims: object, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

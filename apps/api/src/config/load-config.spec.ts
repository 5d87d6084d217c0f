import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig, type Environment } from './load-config.js';

const HERE = path.resolve('/srv/jixiao');
const load = (env: Environment) => loadConfig(env, HERE);
const MYSQL = 'mysql://app:s3cret@db.example:3306/jixiao';
const REDIS = 'redis://queue.example:6379/0';

function faultsOf(env: Environment): string {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The settings were accepted');
}

describe('backends', () => {
  it('without URLs everything is embedded, under ./data', () => {
    const config = load({});
    expect(config.database).toEqual({ backend: 'sqlite', file: path.join(HERE, 'data', 'jixiao.db') });
    expect(config.queue).toEqual({ backend: 'in-process' });
  });

  it('a database URL alone keeps the queue in the process', () => {
    const config = load({ DATABASE_URL: MYSQL });
    expect(config.database).toEqual({ backend: 'mysql', url: MYSQL, poolSize: 10 });
    expect(config.queue).toEqual({ backend: 'in-process' });
  });

  it('both URLs give both servers', () => {
    expect(load({ DATABASE_URL: MYSQL, REDIS_URL: REDIS }).queue).toEqual({
      backend: 'redis',
      url: REDIS,
      prefix: 'jixiao',
    });
  });

  it('Redis without a database server is refused with the reason', () => {
    expect(faultsOf({ REDIS_URL: REDIS })).toMatch(/^REDIS_URL is set but DATABASE_URL is not/);
  });

  it('an empty variable counts as absent', () => {
    expect(load({ DATABASE_URL: '', REDIS_URL: '', PORT: '' }).database.backend).toBe('sqlite');
  });

  it.each([
    ['localhost:3306/jixiao', 'DATABASE_URL names the unknown database "localhost://'],
    ['jixiao', 'DATABASE_URL is not a URL'],
    ['postgres://u:s3cret@h/db', 'DATABASE_URL names the unknown database "postgres://'],
    ['mysql:///jixiao', 'DATABASE_URL names no host'],
    ['mysql://db.example/jixiao', 'DATABASE_URL names no user'],
    ['mysql://app:s3cret@db.example', 'DATABASE_URL names no database'],
    ['mysql://app:s3cret@db.example/', 'DATABASE_URL names no database'],
    ['mysql://app:s3cret@db.example/a/b', 'DATABASE_URL names no database'],
    ['mysql://app:s3c%ret@db.example/a', 'DATABASE_URL has a %'],
    ['mysql://app:s3cret@db.example/a?ssl=1', 'DATABASE_URL has options'],
    ['mysql://app:s3cret@db.example:99999/a', 'DATABASE_URL is not a URL'],
  ])('the database URL %s is refused', (url, sentence) => {
    expect(faultsOf({ DATABASE_URL: url })).toContain(sentence);
  });

  it.each([
    ['queue', 'REDIS_URL is not a URL'],
    ['http://queue.example', 'REDIS_URL names the unknown queue "http://'],
    ['redis://', 'REDIS_URL names no host'],
    ['redis://queue.example/jobs', 'REDIS_URL names a database that is not a number'],
  ])('the Redis URL %s is refused', (url, sentence) => {
    expect(faultsOf({ DATABASE_URL: MYSQL, REDIS_URL: url })).toContain(sentence);
  });

  it('a refusal never repeats a password', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://app:s3cret@h/db', REDIS_URL: 'http://:s3cret@h' })).not.toContain(
      's3cret',
    );
  });
});

describe('other settings', () => {
  it('have the documented defaults', () => {
    expect(load({})).toMatchObject({
      http: { host: '127.0.0.1', port: 3000, trustedProxies: 0 },
      dataDir: path.join(HERE, 'data'),
      logLevel: 'info',
      jobs: { run: true },
      uploads: { limitBytes: 20 * 1024 * 1024 },
      session: { hours: 12, idleMinutes: 30, cookieSecure: false },
      passwords: { minLength: 10, maxAgeDays: 90, remembered: 5 },
      lockout: { failures: 5, minutes: 15 },
      signIn: { local: 'all', oidc: null },
    });
  });

  it('are read from the environment', () => {
    const config = load({
      PORT: '8080',
      DATA_DIR: '/var/lib/jixiao',
      RUN_JOBS: 'false',
      COOKIE_SECURE: '1',
      TRUSTED_PROXIES: '1',
    });
    expect(config).toMatchObject({
      http: { port: 8080, trustedProxies: 1 },
      dataDir: '/var/lib/jixiao',
      jobs: { run: false },
      session: { cookieSecure: true },
    });
  });

  it('every fault is told at once', () => {
    const message = faultsOf({ PORT: '80a', RUN_JOBS: 'maybe', UPLOAD_LIMIT_MB: '0', LOG_LEVEL: 'loud' });
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'RUN_JOBS',
      'UPLOAD_LIMIT_MB',
    ]);
  });

  it('cannot be changed afterwards', () => {
    const config = load({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.http)).toBe(true);
  });
});

describe('single sign-on', () => {
  const whole = {
    OIDC_ISSUER: 'https://id.example/realm',
    OIDC_CLIENT_ID: 'jixiao',
    OIDC_CLIENT_SECRET: 's3cret',
    PUBLIC_URL: 'https://jixiao.example/',
  };

  it('is read as a whole, with the usual claim', () => {
    expect(load({ ...whole, LOCAL_SIGN_IN: 'admins' }).signIn).toEqual({
      local: 'admins',
      oidc: {
        issuer: 'https://id.example/realm',
        clientId: 'jixiao',
        clientSecret: 's3cret',
        usernameClaim: 'preferred_username',
        label: null,
        publicUrl: 'https://jixiao.example',
      },
    });
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])('is refused without %s', (missing) => {
    expect(faultsOf({ ...whole, [missing]: '' })).toContain('belong together');
  });

  it('is needed where passwords are for administrators only', () => {
    expect(faultsOf({ LOCAL_SIGN_IN: 'admins' })).toContain('LOCAL_SIGN_IN is admins');
    expect(faultsOf({ LOCAL_SIGN_IN: 'none' })).toContain('LOCAL_SIGN_IN must be one of all, admins');
  });

  it.each(['id.example', 'ftp://id.example', 'https://u:p@id.example', 'https://id.example/?a=1'])(
    'is refused with the issuer %s',
    (issuer) => expect(faultsOf({ ...whole, OIDC_ISSUER: issuer })).toMatch(/^OIDC_ISSUER /),
  );
});

describe('messages to the outside', () => {
  it('have no links and no key of their own where nothing is set', () => {
    expect(load({})).toMatchObject({ publicUrl: null, secretKey: null, deliveries: { retrySeconds: 30 } });
  });

  it('take the address without its last slash, and a key that is long enough', () => {
    const key = 'k'.repeat(32);
    expect(load({ PUBLIC_URL: 'https://jixiao.example/', SECRET_KEY: key })).toMatchObject({
      publicUrl: 'https://jixiao.example',
      secretKey: key,
    });
    expect(faultsOf({ SECRET_KEY: 'short-s3cret' })).toBe('SECRET_KEY must have at least 32 characters');
  });
});

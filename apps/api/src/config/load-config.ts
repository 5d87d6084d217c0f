import path from 'node:path';
import { z } from 'zod';
import {
  LOCAL_SIGN_IN,
  LOG_LEVELS,
  type AppConfig,
  type DatabaseConfig,
  type OidcConfig,
  type QueueConfig,
} from './app-config.js';
import { checkDatabaseUrl, checkRedisUrl, checkWebUrl, type UrlCheck } from './backend-urls.js';
import { isLibreOfficeSetting } from './libre-office.js';

/** The settings are unusable: every fault in one message, one line each, each beginning with the variable's name. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

const whole = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback);

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
    .transform((text) => text === 'true' || text === '1')
    .default(fallback);

const address = (check: (text: string) => UrlCheck) =>
  z
    .string()
    .superRefine((text, context) => {
      const result = check(text);
      if ('fault' in result) context.addIssue({ code: 'custom', message: result.fault });
    })
    .optional();

const Settings = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().default('127.0.0.1'),
  TRUSTED_PROXIES: whole(0, 8, 0),
  DATABASE_URL: address(checkDatabaseUrl),
  DATABASE_POOL_SIZE: whole(1, 200, 10),
  REDIS_URL: address(checkRedisUrl),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'may have up to 40 letters, digits, "_" and "-"')
    .default('jixiao'),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  JOB_CONCURRENCY: whole(1, 64, 2),
  RUN_JOBS: flag(true),
  UPLOAD_LIMIT_MB: whole(1, 200, 20),
  LIBREOFFICE: z.string().refine(isLibreOfficeSetting, 'must be the file of a program, or off').optional(),
  SESSION_HOURS: whole(1, 720, 12),
  SESSION_IDLE_MINUTES: whole(1, 1440, 30),
  COOKIE_SECURE: flag(false),
  PASSWORD_MIN_LENGTH: whole(8, 64, 10),
  PASSWORD_MAX_AGE_DAYS: whole(0, 3650, 90),
  PASSWORD_HISTORY: whole(0, 24, 5),
  LOCKOUT_FAILURES: whole(3, 100, 5),
  LOCKOUT_MINUTES: whole(1, 1440, 15),
  LOCAL_SIGN_IN: z.enum(LOCAL_SIGN_IN, { error: `must be one of ${LOCAL_SIGN_IN.join(', ')}` }).default('all'),
  OIDC_ISSUER: address(checkWebUrl),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_USERNAME_CLAIM: z.string().default('preferred_username'),
  OIDC_LABEL: z.string().max(30, 'may have up to 30 characters').optional(),
  PUBLIC_URL: address(checkWebUrl),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  DELIVERY_RETRY_SECONDS: whole(1, 3600, 30),
});
type Settings = z.output<typeof Settings>;

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks all settings. An empty variable counts as absent (compose files pass such).
 *
 * @param env the environment, or any other set of variables
 * @param workingDirectory what a relative DATA_DIR is relative to
 * @throws ConfigError naming every fault; a database or queue that is named wrongly is never replaced by the embedded one
 */
export function loadConfig(env: Environment, workingDirectory: string): AppConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = Settings.safeParse(present);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const settings = result.data;
  if (settings.REDIS_URL && !settings.DATABASE_URL) {
    throw new ConfigError([
      'REDIS_URL is set but DATABASE_URL is not: several processes would share jobs but not the data; set both, or neither',
    ]);
  }
  const dataDir = path.resolve(workingDirectory, settings.DATA_DIR);
  return deepFreeze({
    http: { host: settings.HOST, port: settings.PORT, trustedProxies: settings.TRUSTED_PROXIES },
    database: databaseOf(settings, dataDir),
    queue: queueOf(settings),
    dataDir,
    logLevel: settings.LOG_LEVEL,
    jobs: { concurrency: settings.JOB_CONCURRENCY, run: settings.RUN_JOBS },
    uploads: { limitBytes: settings.UPLOAD_LIMIT_MB * 1024 * 1024 },
    session: {
      hours: settings.SESSION_HOURS,
      idleMinutes: settings.SESSION_IDLE_MINUTES,
      cookieSecure: settings.COOKIE_SECURE,
    },
    passwords: {
      minLength: settings.PASSWORD_MIN_LENGTH,
      maxAgeDays: settings.PASSWORD_MAX_AGE_DAYS,
      remembered: settings.PASSWORD_HISTORY,
    },
    lockout: { failures: settings.LOCKOUT_FAILURES, minutes: settings.LOCKOUT_MINUTES },
    signIn: { local: settings.LOCAL_SIGN_IN, oidc: oidcOf(settings) },
    publicUrl: withoutSlash(settings.PUBLIC_URL) ?? null,
    secretKey: settings.SECRET_KEY ?? null,
    deliveries: { retrySeconds: settings.DELIVERY_RETRY_SECONDS },
  });
}

/** The settings of this process. */
export const readConfig = (): AppConfig => loadConfig(process.env, process.cwd());

function databaseOf(settings: Settings, dataDir: string): DatabaseConfig {
  if (!settings.DATABASE_URL) return { backend: 'sqlite', file: path.join(dataDir, 'jixiao.db') };
  return { backend: 'mysql', url: settings.DATABASE_URL, poolSize: settings.DATABASE_POOL_SIZE };
}

function queueOf(settings: Settings): QueueConfig {
  if (!settings.REDIS_URL) return { backend: 'in-process' };
  return { backend: 'redis', url: settings.REDIS_URL, prefix: settings.QUEUE_PREFIX };
}

const withoutSlash = (url: string | undefined): string | undefined => url?.replace(/\/+$/, '');

/** @throws ConfigError where single sign-on is set up by halves: it must not look switched on and let nobody in */
function oidcOf(settings: Settings): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const publicUrl = withoutSlash(settings.PUBLIC_URL);
  if (issuer && clientId && clientSecret && publicUrl) {
    const { OIDC_USERNAME_CLAIM: usernameClaim, OIDC_LABEL: label = null } = settings;
    return { issuer, clientId, clientSecret, usernameClaim, label, publicUrl };
  }
  if (issuer || clientId || clientSecret) {
    throw new ConfigError([
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL belong together: set all of them, or no OIDC_ setting',
    ]);
  }
  if (settings.LOCAL_SIGN_IN === 'admins') {
    throw new ConfigError(['LOCAL_SIGN_IN is admins but OIDC_ISSUER is not set: nobody else could sign in']);
  }
  return null;
}

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}

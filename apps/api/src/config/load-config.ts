import path from 'node:path';
import { z } from 'zod';
import { LOG_LEVELS, type AppConfig, type DatabaseConfig, type QueueConfig } from './app-config.js';
import { checkDatabaseUrl, checkRedisUrl, type UrlCheck } from './backend-urls.js';
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
  COOKIE_SECURE: flag(false),
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
    session: { hours: settings.SESSION_HOURS, cookieSecure: settings.COOKIE_SECURE },
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

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}

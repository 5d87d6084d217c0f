/** Everything that can be set from outside, validated and frozen. Nothing else reads the environment. */
export interface AppConfig {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Reverse proxies in front whose word on the caller's address counts; with 0 the caller is who connects. */
    readonly trustedProxies: number;
  };
  readonly database: DatabaseConfig;
  readonly queue: QueueConfig;
  /** Directory of everything that the program writes to disk. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly jobs: {
    readonly concurrency: number;
    /** False: this process only sends jobs, others run them. */
    readonly run: boolean;
  };
  readonly uploads: { readonly limitBytes: number };
  readonly session: {
    readonly hours: number;
    /** True: the session cookie travels over HTTPS only. */
    readonly cookieSecure: boolean;
  };
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The embedded default is a file under `dataDir`; a server is named by DATABASE_URL. */
export type DatabaseConfig =
  | { readonly backend: 'sqlite'; readonly file: string }
  | { readonly backend: 'mysql'; readonly url: string; readonly poolSize: number };

export type QueueConfig =
  | { readonly backend: 'in-process' }
  | {
      readonly backend: 'redis';
      readonly url: string;
      /** Before every key, so that several installations can share a Redis. */
      readonly prefix: string;
    };

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
    /** How long a sign-in lasts, however busy. */
    readonly hours: number;
    /** A session that nobody has used for so long has ended: a screen left open in an office. */
    readonly idleMinutes: number;
    /** True: the session cookie travels over HTTPS only. */
    readonly cookieSecure: boolean;
  };
  readonly passwords: PasswordConfig;
  readonly lockout: {
    /** Failed sign-ins of one name after which it is locked. */
    readonly failures: number;
    readonly minutes: number;
  };
  readonly signIn: SignInConfig;
  /** Address of this program as browsers reach it, without a slash at its end: links in messages begin with it. */
  readonly publicUrl: string | null;
  /** What stored secrets are encrypted with; null: with a file under `dataDir` where the database is embedded, else not at all. */
  readonly secretKey: string | null;
  readonly deliveries: {
    /** Wait after the first try to send something that failed; doubles with each further one up to an hour. */
    readonly retrySeconds: number;
  };
}

export interface PasswordConfig {
  readonly minLength: number;
  /** Days after which a password has to be changed; 0: never. */
  readonly maxAgeDays: number;
  /** So many passwords that were had last cannot be taken again. */
  readonly remembered: number;
}

export const LOCAL_SIGN_IN = ['all', 'admins'] as const;

export interface SignInConfig {
  /** Who may sign in by a password; `admins` where the others come by single sign-on. */
  readonly local: (typeof LOCAL_SIGN_IN)[number];
  readonly oidc: OidcConfig | null;
}

/** Single sign-on by OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim of the ID token that holds the username. */
  readonly usernameClaim: string;
  /** What the button says; null for the page's own words. */
  readonly label: string | null;
  /** Address of this program as browsers reach it, without a slash at its end. */
  readonly publicUrl: string;
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

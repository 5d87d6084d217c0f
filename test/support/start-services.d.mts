export interface Services {
  /** Null where SKIP_SERVICES=1. */
  readonly mysqlUrl: string | null;
  readonly redisUrl: string | null;
  readonly skipped: boolean;
  /** The same as environment, for the suites: TEST_MYSQL_URL, TEST_REDIS_URL. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}
export class NoServices extends Error {}
export function startServices(say?: (line: string) => void): Promise<Services>;

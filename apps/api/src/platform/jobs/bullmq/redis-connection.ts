import type { Redis, RedisOptions } from 'ioredis';

const REACH_MS = 5000;
/** Where a connection is gone already, ioredis still waits so long for its end, and with it the process. */
const DISCONNECT_MS = 200;

/** Host and port without the password, for messages. */
const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `redis://${host}${pathname}`;
};

/** For sending: fails at once while Redis is away, for the ledger has the job and the sweeper sends it again. */
export const SENDING: RedisOptions = { maxRetriesPerRequest: 1, enableOfflineQueue: false };
/** For workers and subscriptions, which wait for Redis to come back. */
export const WAITING: RedisOptions = { maxRetriesPerRequest: null };

/**
 * A connection that answers.
 * @param onError told of later faults; a connection reconnects by itself
 * @throws Error naming the place where Redis does not answer within five seconds
 */
export async function connectRedis(
  url: string,
  options: RedisOptions,
  onError: (error: Error) => void,
): Promise<Redis> {
  // Loaded where Redis is configured: without it every start would pay for what it never uses.
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(url, {
    ...options,
    lazyConnect: true,
    connectTimeout: REACH_MS,
    disconnectTimeout: DISCONNECT_MS,
  });
  let latest: Error | null = null;
  redis.on('error', (error: Error) => {
    latest = error;
    onError(error);
  });
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(latest ?? new Error('no answer in time')), REACH_MS).unref();
  });
  try {
    await Promise.race([redis.connect(), timeout]);
    await Promise.race([redis.ping(), timeout]);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new Error(`Redis at ${placeOf(url)} cannot be reached: ${(latest ?? (error as Error)).message}`, {
      cause: error,
    });
  }
}

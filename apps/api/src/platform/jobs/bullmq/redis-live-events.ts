import type { Redis } from 'ioredis';
import { LiveEvents, type LiveEvent, type LiveEventListener } from '../../events/live-events.js';
import { LocalLiveEvents } from '../../events/local-live-events.js';
import { newId } from '../../runtime/ids.js';
import type { JobLog } from '../job-runner.js';
import { connectRedis, SENDING, WAITING } from './redis-connection.js';

interface Envelope {
  readonly from: string;
  readonly event: LiveEvent;
}

/** Live events through Redis: heard at once in this process, and by publish/subscribe in all others. */
export class RedisLiveEvents extends LiveEvents {
  private readonly local = new LocalLiveEvents();
  private readonly self = newId();
  private readonly channel: string;
  private publisher: Redis | null = null;
  private subscriber: Redis | null = null;

  constructor(
    private readonly url: string,
    prefix: string,
    private readonly log: JobLog,
  ) {
    super();
    this.channel = `${prefix}:live-events`;
  }

  /** @throws Error where Redis cannot be reached */
  async open(): Promise<void> {
    const complain = (error: Error): void => this.log.warn(`Redis: ${error.message}`);
    this.publisher = await connectRedis(this.url, SENDING, complain);
    this.subscriber = await connectRedis(this.url, WAITING, complain);
    this.subscriber.on('message', (_channel: string, message: string) => this.receive(message));
    await this.subscriber.subscribe(this.channel);
  }

  publish(event: LiveEvent): void {
    this.local.publish(event);
    const envelope: Envelope = { from: this.self, event };
    this.publisher?.publish(this.channel, JSON.stringify(envelope)).catch((error: Error) => {
      this.log.warn(`Live event not sent to other processes: ${error.message}`);
    });
  }

  subscribe(listener: LiveEventListener): () => void {
    return this.local.subscribe(listener);
  }

  close(): void {
    this.publisher?.disconnect();
    this.subscriber?.disconnect();
  }

  private receive(message: string): void {
    const { from, event } = JSON.parse(message) as Envelope;
    if (from !== this.self) this.local.publish(event);
  }
}

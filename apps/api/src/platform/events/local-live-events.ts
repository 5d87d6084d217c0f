import { Logger } from '@nestjs/common';
import { LiveEvents, type LiveEvent, type LiveEventListener } from './live-events.js';

/** Live events within one process. */
export class LocalLiveEvents extends LiveEvents {
  private readonly listeners = new Set<LiveEventListener>();
  private readonly logger = new Logger('LiveEvents');

  publish(event: LiveEvent): void {
    for (const listener of [...this.listeners]) this.tell(listener, event);
  }

  subscribe(listener: LiveEventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** One listener that fails must not keep the news from the others. */
  private tell(listener: LiveEventListener, event: LiveEvent): void {
    try {
      listener(event);
    } catch (error) {
      this.logger.warn(`A listener failed: ${String(error)}`);
    }
  }
}

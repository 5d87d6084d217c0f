import { Controller, Req, Sse, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Subject, takeUntil, type Observable } from 'rxjs';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { RequestAuthentication } from '../../identity/index.js';
import { callerStream } from '../application/caller-stream.js';

/** Server-sent events for open pages: `event:` is the type of a `ServerEvent`, with a `ping` at intervals. */
@Controller('events')
export class EventsController implements BeforeApplicationShutdown {
  private readonly stopped = new Subject<void>();

  constructor(
    private readonly liveEvents: LiveEvents,
    private readonly authentication: RequestAuthentication,
  ) {}

  @Sse()
  @Allow()
  stream(@Caller() user: CurrentUser, @Req() request: FastifyRequest): Observable<MessageEvent> {
    const stream = callerStream(this.liveEvents, user, () => this.authentication.userOf(request, false));
    return stream.pipe(takeUntil(this.stopped));
  }

  /** Open connections would otherwise keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.stopped.next();
  }
}

import { Controller, Req, Sse, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, interval, merge, Observable, Subject, takeUntil } from 'rxjs';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { RequestAuthentication } from '../../identity/index.js';
import { visibleEvent } from '../application/visible-event.js';

const HEARTBEAT_MS = 20_000;

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
    const sessionEnded = new Subject<void>();
    return merge(this.newsFor(user), this.heartbeat(request, sessionEnded)).pipe(
      takeUntil(merge(this.stopped, sessionEnded)),
    );
  }

  /** Open connections would otherwise keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.stopped.next();
  }

  private newsFor(user: CurrentUser): Observable<MessageEvent> {
    return new Observable((subscriber) =>
      this.liveEvents.subscribe((event) => {
        const visible = visibleEvent(user, event);
        if (visible !== null) subscriber.next({ type: visible.type, data: visible });
      }),
    );
  }

  /** Keeps proxies from closing the connection, and tells when the session or token behind it is good no more. */
  private heartbeat(request: FastifyRequest, sessionEnded: Subject<void>): Observable<MessageEvent> {
    return interval(HEARTBEAT_MS).pipe(
      concatMap(async () => {
        await this.authentication.userOf(request, false).catch(() => sessionEnded.next());
        return { type: 'ping', data: '' };
      }),
    );
  }
}

import type { MessageEvent } from '@nestjs/common';
import { concatMap, interval, map, merge, Observable, takeWhile } from 'rxjs';
import type { LiveEvent, LiveEvents } from '../../../platform/events/live-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { visibleEvent } from './visible-event.js';

/** So often the caller is looked at again, and something is sent that keeps proxies from closing the connection. */
const HEARTBEAT_MS = 20_000;

type Heartbeat = 'heartbeat';

/**
 * What a caller hears of the live events for as long as he may hear anything. Whether that is so, and what his rights are,
 * is looked at again at every heartbeat, and at once where they are told to have changed; what follows is judged by them.
 * @param user the caller as he was when he asked
 * @param lookAgain the same caller as he is now; rejects where his session or token is good no more
 */
export function callerStream(
  liveEvents: LiveEvents,
  user: CurrentUser,
  lookAgain: () => Promise<CurrentUser>,
): Observable<MessageEvent> {
  let caller: CurrentUser | null = user;
  const refresh = async (): Promise<void> => {
    caller = await lookAgain().catch(() => null);
    // Nothing else is answered either before a new password is chosen.
    if (caller?.passwordDue) caller = null;
  };
  const answerTo = async (news: LiveEvent | Heartbeat): Promise<readonly MessageEvent[] | null> => {
    if (news === 'heartbeat' || concerns(user, news)) await refresh();
    if (caller === null) return null;
    if (news === 'heartbeat') return [{ type: 'ping', data: '' }];
    const visible = visibleEvent(caller, news);
    return visible === null ? [] : [{ type: visible.type, data: visible }];
  };
  return merge(newsOf(liveEvents), interval(HEARTBEAT_MS).pipe(map((): Heartbeat => 'heartbeat'))).pipe(
    // One after the other: what comes while the caller is looked at waits for the outcome.
    concatMap(answerTo),
    takeWhile((messages) => messages !== null),
    concatMap((messages) => messages),
  );
}

const newsOf = (liveEvents: LiveEvents): Observable<LiveEvent> =>
  new Observable((subscriber) => liveEvents.subscribe((event) => subscriber.next(event)));

const concerns = ({ userId }: CurrentUser, news: LiveEvent): boolean =>
  news.type === 'access' && news.userIds.includes(userId);

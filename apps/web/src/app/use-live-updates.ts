import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose } from 'vue';
import { useSessionStore } from '../features/identity/index.js';
import { useJobMessages } from '../features/jobs/index.js';
import { NOTIFICATIONS_KEY } from '../features/notifications/index.js';
import type { ServerMessage } from '../shared/api/events.js';
import { listenToServer } from '../shared/api/events.js';
import { announceLights } from '../shared/api/live-lights.js';
import { throttled } from '../shared/api/throttle.js';

const AT_MOST_EVERY_MS = 1_000;

/**
 * Reads again what the server says has changed while the calling component lives: lights, the rounds where one as a whole
 * changed, or the reader's notifications.
 */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  const session = useSessionStore();
  const onJob = useJobMessages();
  const refreshLights = throttled(() => void queries.invalidateQueries({ queryKey: ['lights'] }), AT_MOST_EVERY_MS);
  const refreshRounds = throttled(() => void queries.invalidateQueries({ queryKey: ['rounds'] }), AT_MOST_EVERY_MS);
  const refreshNotifications = throttled(
    () => void queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY }),
    AT_MOST_EVERY_MS,
  );
  const onMessage = (message: ServerMessage): void => {
    if (message.type === 'job') onJob(message);
    else if (message.type === 'lights') {
      announceLights(message);
      refreshLights();
      if (message.projectIds.length === 0) refreshRounds();
    } else refreshNotifications();
  };
  const stop = listenToServer({
    onMessage,
    onReconnected: () => void queries.invalidateQueries(),
    // Where the session is over, asking leads to the sign-in, and with it ends this; else the next try may do.
    onRefused: () => void session.reload().catch(() => undefined),
  });
  onScopeDispose(stop);
}

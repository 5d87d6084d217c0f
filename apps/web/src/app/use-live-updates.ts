import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose } from 'vue';
import { useJobMessages } from '../features/jobs/index.js';
import { listenToServer } from '../shared/api/events.js';
import { announceLights } from '../shared/api/live-lights.js';
import { throttled } from '../shared/api/throttle.js';

const AT_MOST_EVERY_MS = 1_000;

/** Reads the figures again when the server says that lights have changed, while the calling component lives. */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  const onJob = useJobMessages();
  const refreshLights = throttled(() => void queries.invalidateQueries({ queryKey: ['lights'] }), AT_MOST_EVERY_MS);
  const stop = listenToServer({
    onMessage: (message) => {
      if (message.type === 'job') return onJob(message);
      announceLights(message);
      refreshLights();
    },
    onReconnected: () => void queries.invalidateQueries(),
  });
  onScopeDispose(stop);
}

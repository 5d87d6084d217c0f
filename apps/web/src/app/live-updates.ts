import { defineComponent } from 'vue';
import { useLiveUpdates } from './use-live-updates.js';

/** Shows nothing: while it stands, what the server says has changed is read again. */
export const LiveUpdates = defineComponent({
  setup() {
    useLiveUpdates();
    return () => null;
  },
});

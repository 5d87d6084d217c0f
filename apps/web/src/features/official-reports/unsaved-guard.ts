import { onScopeDispose } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';

/** Asks before the page is left, or shows something else, while something is typed and not saved. */
export function guardUnsaved(isUnsaved: () => boolean, ask: () => Promise<boolean>): void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (isUnsaved()) event.preventDefault();
  };
  globalThis.addEventListener('beforeunload', warn);
  onScopeDispose(() => globalThis.removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(() => (isUnsaved() ? ask() : true));
  onBeforeRouteUpdate((to, from) => (to.path !== from.path && isUnsaved() ? ask() : true));
}

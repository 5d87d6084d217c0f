import type { LightsMessage } from './events.js';

type Listener = (message: LightsMessage) => void;

const listeners = new Set<Listener>();

/** Passes on that lights have changed to whoever on the page keeps figures of its own. */
export function announceLights(message: LightsMessage): void {
  for (const listener of listeners) listener(message);
}

/** Returns the function that stops it. */
export function onLightsChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

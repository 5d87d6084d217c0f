/** What the wall shows one after the other. */
export const SCENES = ['figures', 'matrix', 'ranking'] as const;
export type Scene = (typeof SCENES)[number];

const USUAL_SECONDS = 20;
const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 600;

/** Seconds that a scene stands, as the address says; what is no such number is the usual. */
export function secondsOf(text: unknown): number {
  const seconds = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : USUAL_SECONDS;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds));
}

/** The scene after or before another; they go round. */
export const sceneBeside = (scene: Scene, step: 1 | -1): Scene =>
  SCENES.at((SCENES.indexOf(scene) + step) % SCENES.length) ?? 'figures';

export type WallAction = 'next' | 'previous' | 'pause' | 'leave';

const KEYS: Readonly<Record<string, WallAction>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ' ': 'pause',
  Escape: 'leave',
};

/** What a key does on the wall; null where nothing, or where it belongs to the browser. */
export function wallAction(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): WallAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return KEYS[event.key] ?? null;
}

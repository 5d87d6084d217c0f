/** What the wall shows one after the other. */
export const SCENES = ['figures', 'curve', 'matrix', 'ranking'] as const;
export type Scene = (typeof SCENES)[number];

/** A page of a scene, from 0: one that has more than the screen holds is shown in several. */
export interface Slide {
  readonly scene: Scene;
  readonly page: number;
}
export const FIRST_SLIDE: Slide = { scene: 'figures', page: 0 };

const USUAL_SECONDS = 20;
const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 600;

/** Seconds that a slide stands, as the address says; what is no such number is the usual. */
export function secondsOf(text: unknown): number {
  const seconds = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : USUAL_SECONDS;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds));
}

const sceneBeside = (scene: Scene, step: 1 | -1): Scene =>
  SCENES.at((SCENES.indexOf(scene) + step) % SCENES.length) ?? FIRST_SLIDE.scene;

/**
 * The slide after or before another; they go round.
 *
 * @param pagesOf how many slides a scene has now, at least one
 */
export function slideBeside({ scene, page }: Slide, step: 1 | -1, pagesOf: (scene: Scene) => number): Slide {
  const next = page + step;
  if (next >= 0 && next < pagesOf(scene)) return { scene, page: next };
  const beside = sceneBeside(scene, step);
  return { scene: beside, page: step === 1 ? 0 : pagesOf(beside) - 1 };
}

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

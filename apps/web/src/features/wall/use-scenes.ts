import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import { FIRST_SLIDE, type Scene, secondsOf, type Slide, slideBeside, wallAction } from './scenes.js';

/**
 * Turns the slides by itself, and by hand; after a turn by hand a slide stands its full time.
 *
 * @param pagesOf how many slides a scene has now, at least one
 */
export function useScenes(pagesOf: (scene: Scene) => number, leave: () => void) {
  const route = useRoute();
  const turnedTo = ref<Slide>(FIRST_SLIDE);
  const paused = ref(false);
  const seconds = computed(() => secondsOf(route.query.every));
  /** What is shown may have become less meanwhile. */
  const slide = computed<Slide>(() => {
    const { scene, page } = turnedTo.value;
    return { scene, page: Math.min(page, pagesOf(scene) - 1) };
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    if (!paused.value) timer = setTimeout(() => turn(1), seconds.value * 1_000);
  }
  function turn(step: 1 | -1): void {
    turnedTo.value = slideBeside(slide.value, step, pagesOf);
    wait();
  }
  function show(scene: Scene): void {
    turnedTo.value = { scene, page: 0 };
    wait();
  }
  const pause = (): void => void (paused.value = !paused.value);
  watch([paused, seconds], wait);

  const ACTIONS = { next: () => turn(1), previous: () => turn(-1), pause, leave } as const;
  function onKey(event: KeyboardEvent): void {
    // On a button the space bar presses it.
    if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, a')) return;
    const action = wallAction(event);
    if (action === null) return;
    event.preventDefault();
    ACTIONS[action]();
  }
  onMounted(() => {
    document.addEventListener('keydown', onKey);
    wait();
  });
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey);
    clearTimeout(timer);
  });
  return { slide, paused, seconds, pause, show };
}

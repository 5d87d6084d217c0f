import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import { type Scene, sceneBeside, secondsOf, wallAction } from './scenes.js';

/** Turns the scenes by itself, and by hand; after a turn by hand a scene stands its full time. */
export function useScenes(leave: () => void) {
  const route = useRoute();
  const scene = ref<Scene>('figures');
  const paused = ref(false);
  const seconds = computed(() => secondsOf(route.query.every));

  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    if (!paused.value) timer = setTimeout(() => turn(1), seconds.value * 1_000);
  }
  function turn(step: 1 | -1): void {
    scene.value = sceneBeside(scene.value, step);
    wait();
  }
  function show(next: Scene): void {
    scene.value = next;
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
  return { scene, paused, seconds, pause, show };
}

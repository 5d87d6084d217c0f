import { onBeforeUnmount, onMounted, ref, useTemplateRef, watch } from 'vue';
import { useRoute } from 'vue-router';

/**
 * A panel that a button opens: Escape closes it and gives the focus back to the button, and so does, without the focus,
 * a press anywhere else or another page. The template has the elements `root`, around both, and `toggle`.
 */
export function useDisclosure() {
  const route = useRoute();
  const open = ref(false);
  const root = useTemplateRef<HTMLElement>('root');
  const toggle = useTemplateRef<HTMLButtonElement>('toggle');

  function close(): void {
    if (!open.value) return;
    open.value = false;
    toggle.value?.focus();
  }
  function closeOutside(event: PointerEvent): void {
    if (event.target instanceof Node && !root.value?.contains(event.target)) open.value = false;
  }
  onMounted(() => document.addEventListener('pointerdown', closeOutside));
  onBeforeUnmount(() => document.removeEventListener('pointerdown', closeOutside));
  watch(
    () => route.fullPath,
    () => (open.value = false),
  );
  return { open, close };
}

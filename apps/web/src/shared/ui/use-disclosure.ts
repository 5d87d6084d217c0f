import { onBeforeUnmount, onMounted, ref, useTemplateRef, watch } from 'vue';
import { useRoute } from 'vue-router';

const onLink = (event: Event): boolean => event.target instanceof Element && event.target.closest('a') !== null;

/**
 * A panel that a button opens. Escape closes it and gives the focus back to the button; a press anywhere else, a link that
 * is followed and another page close it too. That a page puts its filter into the address does not: the reader has gone
 * nowhere. The template has the elements `root`, around both, and `toggle`.
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
  const isInside = ({ target }: Event): boolean => target instanceof Node && (root.value?.contains(target) ?? false);
  function onPress(event: PointerEvent): void {
    if (!isInside(event)) open.value = false;
  }
  function onClick(event: MouseEvent): void {
    if (isInside(event) && onLink(event)) open.value = false;
  }
  onMounted(() => {
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('click', onClick);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('pointerdown', onPress);
    document.removeEventListener('click', onClick);
  });
  watch(
    () => route.path,
    () => (open.value = false),
  );
  return { open, close, toggle };
}

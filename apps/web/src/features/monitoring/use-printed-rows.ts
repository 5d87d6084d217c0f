import { computed, onBeforeUnmount, onMounted, ref } from 'vue';

/** More would be a stack of paper that nobody asked for. */
const MOST_ON_PAPER = 100;

/**
 * While the page is printed: which rows of a long list go on the paper, from the first on the screen on.
 * @param first row on the screen, from 0
 */
export function usePrintedRows(first: () => number, total: () => number) {
  const printing = ref(false);
  const printed = computed<readonly number[]>(() => {
    const from = total() <= MOST_ON_PAPER ? 0 : first();
    return Array.from({ length: Math.min(MOST_ON_PAPER, total() - from) }, (_, place) => from + place);
  });
  const paper = globalThis.matchMedia('print');
  const follow = (): void => {
    printing.value = paper.matches;
  };
  const before = (): void => {
    printing.value = true;
  };
  const after = (): void => {
    printing.value = false;
  };
  onMounted(() => {
    paper.addEventListener('change', follow);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
  });
  onBeforeUnmount(() => {
    paper.removeEventListener('change', follow);
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  });
  return { printing, printed };
}

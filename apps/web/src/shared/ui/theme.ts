import { readonly, ref } from 'vue';

const dark = ref(false);
/** Follows the system's setting; charts read it, the page takes its colours from variables. */
export const isDark = readonly(dark);

export function followSystemTheme(): void {
  const query = globalThis.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    dark.value = query.matches;
    document.documentElement.classList.toggle('dark', query.matches);
  };
  query.addEventListener('change', apply);
  apply();
}

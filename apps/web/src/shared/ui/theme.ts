import { computed, readonly, ref } from 'vue';

/** `system` follows the setting of the browser, also when it changes while the page is open. */
export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Also read by public/theme.js, which paints the first frame. */
const STORED_AS = 'jixiao.theme';

const chosen = ref<Theme>('system');
const systemIsDark = ref(false);
const printing = ref(false);
/** While a page stands that has a ground of its own, like the wall. */
const forced = ref<boolean | null>(null);

export const theme = readonly(chosen);
const wantsDark = computed(
  () => forced.value ?? (chosen.value === 'dark' || (chosen.value === 'system' && systemIsDark.value)),
);
/** Charts read it, the page takes its colours from variables. Paper is always light. */
export const isDark = computed(() => wantsDark.value && !printing.value);
/** While the page is laid out for paper: what moves stands still. */
export const isPrinting = readonly(printing);

/** Where nothing can be kept, what was chosen holds until the page is left. */
function stored(): Theme {
  try {
    const found = localStorage.getItem(STORED_AS);
    return THEMES.find((one) => one === found) ?? 'system';
  } catch {
    return 'system';
  }
}

/** The variables in base.css go by this class; on paper they do not look at it. */
const apply = (): void => void document.documentElement.classList.toggle('dark', wantsDark.value);

export function chooseTheme(next: Theme): void {
  chosen.value = next;
  apply();
  try {
    localStorage.setItem(STORED_AS, next);
  } catch {
    // Not kept, but applied.
  }
}

/** Gives the page a ground of its own. Returns the function that gives the person's choice back. */
export function forceTheme(dark: boolean): () => void {
  forced.value = dark;
  apply();
  return () => {
    forced.value = null;
    apply();
  };
}

/** Applies the choice of this browser and follows the system, other windows and the printer from then on. */
export function startTheme(): void {
  chosen.value = stored();
  const system = globalThis.matchMedia('(prefers-color-scheme: dark)');
  systemIsDark.value = system.matches;
  system.addEventListener('change', ({ matches }) => {
    systemIsDark.value = matches;
    apply();
  });
  globalThis.addEventListener('storage', ({ key }) => {
    if (key !== STORED_AS) return;
    chosen.value = stored();
    apply();
  });
  const paper = globalThis.matchMedia('print');
  paper.addEventListener('change', ({ matches }) => (printing.value = matches));
  globalThis.addEventListener('beforeprint', () => (printing.value = true));
  globalThis.addEventListener('afterprint', () => (printing.value = false));
  apply();
}

import { createI18n } from 'vue-i18n';
import type { Locale } from '../../shared/format/dates.js';
import type { LaterMessages } from './zh/later.js';
import type { Messages } from './zh/index.js';

const STORED_AS = 'jixiao.locale';
type FirstMessages = Omit<Messages, keyof LaterMessages>;
const LOADERS: Readonly<Record<Locale, () => Promise<FirstMessages>>> = {
  zh: async () => (await import('./zh/index.js')).messages,
  en: async () => (await import('./en/index.js')).messages,
};
const LATER_LOADERS: Readonly<Record<Locale, () => Promise<LaterMessages>>> = {
  zh: async () => (await import('./zh/later.js')).laterMessages,
  en: async () => (await import('./en/later.js')).laterMessages,
};
const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

export const i18n = createI18n({ legacy: false, locale: 'zh' as string, fallbackLocale: [], missingWarn: false });

export const currentLocale = (): Locale => (i18n.global.locale.value === 'en' ? 'en' : 'zh');

const isLocale = (value: unknown): value is Locale => value === 'zh' || value === 'en';

/** Chinese unless the reader has chosen otherwise before. */
export function storedLocale(): Locale {
  const stored = localStorage.getItem(STORED_AS);
  return isLocale(stored) ? stored : 'zh';
}

const loaded = new Set<Locale>();
const laterLoaded = new Set<Locale>();
/** Whether the reader has left the pages that one begins with. */
let wantsLater = false;

async function load(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) i18n.global.setLocaleMessage(locale, await LOADERS[locale]());
  loaded.add(locale);
  if (!wantsLater || laterLoaded.has(locale)) return;
  i18n.global.mergeLocaleMessage(locale, await LATER_LOADERS[locale]());
  laterLoaded.add(locale);
}

/** Loads the sentences of all other pages too, in this language and in each that is chosen from now on. */
export async function loadLaterMessages(): Promise<void> {
  wantsLater = true;
  await load(currentLocale());
}

/** Loads the language's sentences where needed, switches to it and remembers it. */
export async function setLocale(locale: Locale): Promise<void> {
  await load(locale);
  i18n.global.locale.value = locale;
  document.documentElement.lang = LANGUAGE_TAG[locale];
  localStorage.setItem(STORED_AS, locale);
}

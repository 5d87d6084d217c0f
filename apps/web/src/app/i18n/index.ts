import { createI18n } from 'vue-i18n';
import type { Locale } from '../../shared/format/dates.js';
import type { Messages } from './zh/index.js';

const STORED_AS = 'jixiao.locale';
const LOADERS: Readonly<Record<Locale, () => Promise<Messages>>> = {
  zh: async () => (await import('./zh/index.js')).messages,
  en: async () => (await import('./en/index.js')).messages,
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

/** Loads the language's sentences where needed, switches to it and remembers it. */
export async function setLocale(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) i18n.global.setLocaleMessage(locale, await LOADERS[locale]());
  loaded.add(locale);
  i18n.global.locale.value = locale;
  document.documentElement.lang = LANGUAGE_TAG[locale];
  localStorage.setItem(STORED_AS, locale);
}

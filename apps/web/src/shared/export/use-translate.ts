import { useI18n } from 'vue-i18n';
import type { Translate } from './table-of.js';

/** The page's sentences for what is made outside a component. */
export function useTranslate(): Translate {
  const { t } = useI18n();
  return (key, named = {}) => t(key, named);
}

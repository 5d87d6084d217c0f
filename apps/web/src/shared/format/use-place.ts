import { useI18n } from 'vue-i18n';
import { placeOf } from './places.js';

/** A place of a document in the reader's words. */
export function usePlace(): (at: string) => string {
  const { t } = useI18n();
  return (at) => {
    const place = placeOf(at);
    return place ? t(`place.${place.key}`, { ...place }) : at;
  };
}

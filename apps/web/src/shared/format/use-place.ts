import { useI18n } from 'vue-i18n';
import { placeOf, withPlaces } from './places.js';

/** A place of a document in the reader's words. */
export function usePlace(): (at: string) => string {
  const { t } = useI18n();
  return (at) => {
    const place = placeOf(at);
    return place ? t(`place.${place.key}`, { ...place }) : at;
  };
}

/** Places in the reader's words: one, or those that a sentence of the importer names. */
export function usePlaces() {
  const of = usePlace();
  return { of, inText: (text: string) => withPlaces(text, of) };
}

import { useI18n } from 'vue-i18n';

const INDICATOR = 'indicator: ';

/** A field of a project's targets, as a comparison names it, in the reader's words. */
export function useFieldName(): (field: string) => string {
  const { t, te } = useI18n();
  return (field) => {
    if (field.startsWith(INDICATOR)) return t('field.indicator', { name: field.slice(INDICATOR.length) });
    return te(`field.${field}`) ? t(`field.${field}`) : field;
  };
}

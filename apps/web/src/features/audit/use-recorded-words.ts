import { useI18n } from 'vue-i18n';
import { EMPTY, formatWan } from '../../shared/format/figures.js';
import { useDates } from '../../shared/format/use-dates.js';
import type { Recorded } from './recorded-changes.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONEY = /Fen$/;

/** Recorded fields and values in the reader's words: money in 万元, codes and dates as the pages write them. */
export function useRecordedWords() {
  const { t, te } = useI18n();
  const dates = useDates();

  /** A field's name; the field itself where it is none that is known. */
  const fieldName = (field: string | null): string => {
    if (field === null) return t('audit.content');
    return te(`audit.fields.${field}`) ? t(`audit.fields.${field}`) : field;
  };

  const codeName = (field: string, code: string): string | null => {
    const keys = [`audit.values.${field}.${code}`, `${field}.${code}`];
    const key = keys.find((one) => te(one));
    return key === undefined ? null : t(key);
  };

  const textOf = (field: string, text: string): string => {
    if (INSTANT.test(text)) return dates.instant(text);
    if (DAY.test(text)) return dates.day(text);
    return codeName(field, text) ?? text;
  };

  const listOf = (field: string, items: readonly Recorded[]): string => {
    const simple = items.every((item) => typeof item !== 'object');
    return items.map((item) => valueText(field, item)).join(simple ? t('audit.comma') : '\n') || EMPTY;
  };

  const recordOf = (fields: Readonly<Record<string, Recorded>>): string =>
    Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => t('audit.pair', { name: fieldName(name), value: valueText(name, value) }))
      .join(t('audit.comma')) || EMPTY;

  function valueText(field: string, value: Recorded | undefined): string {
    if (value === null || value === undefined || value === '') return EMPTY;
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number')
      return MONEY.test(field) ? t('audit.wan', { amount: formatWan(value) }) : String(value);
    if (typeof value === 'string') return textOf(field, value);
    return Array.isArray(value) ? listOf(field, value) : recordOf(value as Readonly<Record<string, Recorded>>);
  }

  return { fieldName, valueText };
}

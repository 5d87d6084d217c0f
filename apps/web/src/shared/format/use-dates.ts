import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import * as dates from './dates.js';

/** The date formats in the reader's language. */
export function useDates() {
  const { locale } = useI18n();
  const current = computed<dates.Locale>(() => (locale.value === 'en' ? 'en' : 'zh'));
  return {
    locale: current,
    period: (year: number, month: number) => dates.formatPeriod(year, month, current.value),
    month: (month: number) => dates.formatMonth(month, current.value),
    day: (isoDay: string | null | undefined) => dates.formatDay(isoDay, current.value),
    instant: (iso: string | null | undefined) => dates.formatInstant(iso, current.value),
  };
}

import { useDates } from '../../shared/format/use-dates.js';
import type { DayRange } from './arrangement.js';
import { useI18n } from 'vue-i18n';

/** Days of a year that is known: `10月1日`, `1 Oct`, and from one to another. */
export function useShortDays() {
  const { t } = useI18n();
  const dates = useDates();
  const day = (iso: string): string => {
    const [month, number] = [Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
    return dates.locale.value === 'zh' ? `${month}月${number}日` : `${number} ${dates.month(month)}`;
  };
  const range = ({ from, to }: DayRange): string =>
    from === to ? day(from) : t('workCalendar.range', { from: day(from), to: day(to) });
  return { day, ranges: (all: readonly DayRange[]): string => all.map(range).join(t('workCalendar.lists')) };
}

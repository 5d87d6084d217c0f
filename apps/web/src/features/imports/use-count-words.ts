import { useI18n } from 'vue-i18n';
import { useDates } from '../../shared/format/use-dates.js';
import type { Counts } from './imports.api.js';

const SEPARATOR = { zh: '、', en: ', ' } as const;

/** Counts of projects as a phrase that names only what there is: `新增 2 个项目、变更 1 个项目`; empty where all are 0. */
export function useCountWords() {
  const { t } = useI18n();
  const { locale } = useDates();
  const words = (counts: Counts, keys: readonly (keyof Counts)[]): string =>
    keys
      .filter((key) => counts[key] > 0)
      .map((key) => t(`import.counted.${key}`, { n: counts[key] }, counts[key]))
      .join(SEPARATOR[locale.value]);
  return {
    saved: (counts: Counts) => words(counts, ['new', 'changed']),
    leftAlone: (counts: Counts) => words(counts, ['unchanged', 'refused', 'missing']),
  };
}

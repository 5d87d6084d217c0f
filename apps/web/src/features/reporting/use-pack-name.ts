import { rulePackRef } from '@jixiao/domain';
import { useQuery } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { fetchRulePacks } from './report.api.js';

/** Names a rule pack by its title and reference; by the reference alone until titles are known. */
export function usePackName() {
  const { t, locale } = useI18n();
  const { data } = useQuery({ queryKey: ['rule-packs'], queryFn: fetchRulePacks, staleTime: Infinity });
  const nameOf = (ref: string): string => {
    const title = data.value?.items.find((pack) => rulePackRef(pack) === ref)?.title;
    return title === undefined
      ? ref
      : t('rules.round.named', { title: locale.value === 'en' ? title.en : title.zh, ref });
  };
  return { packs: data, nameOf };
}

import { rulePackRef, type RulePack } from '@jixiao/domain';
import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Round } from '../../shared/api/schema.gen.js';
import { fetchRulePacks } from './report.api.js';

/** The rule pack of a round; null until known. */
export function useRulePack(round: Ref<Round | null>) {
  const query = useQuery({ queryKey: ['rule-packs'], queryFn: fetchRulePacks, staleTime: Infinity });
  const rulePack = computed<RulePack | null>(
    () => query.data.value?.items.find((pack) => rulePackRef(pack) === round.value?.rulePack) ?? null,
  );
  return { rulePack, error: query.error, refetch: query.refetch };
}

import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { isCode } from '../../shared/api/problem.js';
import type { ProjectCurve } from '../../shared/api/schema.gen.js';
import { fetchCurve, fetchProjectLights } from './monitoring.api.js';

/** The round of a project page: the wanted month where the project has lights for it, else the newest that has. */
export function chooseMonth(curve: ProjectCurve, wanted: readonly (number | null)[]): number | null {
  const months = curve.lightsByRound.map(({ month }) => month);
  return wanted.find((month) => month !== null && months.includes(month)) ?? months.at(-1) ?? null;
}

async function lightsOrNone(id: string, month: number) {
  try {
    return await fetchProjectLights(id, month);
  } catch (error) {
    if (isCode(error, 'not-found')) return null;
    throw error;
  }
}

export function useProjectLights(id: Ref<string>, wanted: Ref<readonly (number | null)[]>) {
  const curve = useQuery({ queryKey: ['lights', 'curve', id], queryFn: () => fetchCurve(id.value) });
  const month = computed(() => (curve.data.value ? chooseMonth(curve.data.value, wanted.value) : null));
  const lights = useQuery({
    queryKey: ['lights', 'project', id, month],
    queryFn: () => lightsOrNone(id.value, month.value ?? 1),
    enabled: computed(() => month.value !== null),
  });
  return { curve, month, lights };
}

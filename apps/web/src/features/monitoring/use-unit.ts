import { useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { fetchOrganisations } from '../organisations/index.js';
import { fetchLights } from './monitoring.api.js';
import { pathTo } from './organisation-path.js';
import type { RoundOfProjects } from './project-rounds.js';
import { unitPoints } from './unit-points.js';
import type { RoundKey } from './unit-rounds.js';
import { scopeOf, useOverview } from './use-overview.js';

/** The longest page that the server gives: units have fewer projects, departments are shown by their worst. */
const PROJECTS = 200;

/** Everything that the page of a unit, or of a department, shows of a round. */
export function useUnit(id: Ref<string>, round: Ref<RoundKey | null>) {
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: fetchOrganisations });
  const path = computed(() => pathTo(organisations.data.value?.items ?? [], id.value));

  const own = useOverview(computed(() => round.value && scopeOf(round.value, id.value)));
  const all = useOverview(computed(() => round.value && scopeOf(round.value, '')));

  const rounds = computed(() => own.data.value?.rounds ?? []);
  const thisYear = computed(() => rounds.value.filter(({ year }) => year === round.value?.year));
  const sameMonth = computed(
    () => rounds.value.find(({ year, month }) => year + 1 === round.value?.year && month === round.value.month) ?? null,
  );
  const before = useOverview(computed(() => sameMonth.value && scopeOf(sameMonth.value, id.value)));
  const lastYear = computed(() =>
    sameMonth.value && !before.isPlaceholderData.value ? (before.data.value ?? null) : null,
  );

  const lists = useQueries({
    queries: computed(() =>
      thisYear.value.map((one) => {
        const filter = { ...scopeOf(one, id.value), sort: 'worst' as const, page: 1, size: PROJECTS };
        return { queryKey: ['lights', 'unit-projects', filter], queryFn: () => fetchLights(filter) };
      }),
    ),
  });
  const projects = computed<readonly RoundOfProjects[]>(() =>
    thisYear.value.flatMap(({ year, month }, place) => {
      const page = lists.value[place]?.data;
      return page ? [{ year, month, page }] : [];
    }),
  );

  const points = computed(() => unitPoints(rounds.value, round.value?.year ?? 0));
  return { path, own, all, lastYear, projects, points };
}

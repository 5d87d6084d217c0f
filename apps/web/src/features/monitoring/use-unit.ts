import { useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Overview } from '../../shared/api/schema.gen.js';
import { fetchOrganisations } from '../organisations/index.js';
import { fetchLights } from './monitoring.api.js';
import { rateOf } from './overview-finding.js';
import { pathTo } from './organisation-path.js';
import { plannedPercent, type RoundOfProjects } from './project-rounds.js';
import type { UnitPoint } from './unit-curve-options.js';
import type { RoundKey } from './unit-rounds.js';
import { scopeOf, useOverview, useOverviewsOf } from './use-overview.js';

/** The longest page that the server gives: units have fewer projects, departments are shown by their worst. */
const PROJECTS = 200;

/** R7 of what was reported; nothing reported is not zero (R28). */
function reportedRate(overview: Overview | null): number | null {
  if (!overview || overview.projects === 0) return null;
  const isBlank = overview.expenditureFen === 0 && overview.byLight.grey?.projects === overview.projects;
  return isBlank ? null : rateOf(overview);
}

/** Everything that the page of a unit, or of a department, shows of a round. */
export function useUnit(id: Ref<string>, round: Ref<RoundKey | null>) {
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: fetchOrganisations });
  const path = computed(() => pathTo(organisations.data.value?.items ?? [], id.value));

  const own = useOverview(computed(() => round.value && scopeOf(round.value, id.value)));
  const all = useOverview(computed(() => round.value && scopeOf(round.value, '')));

  const rounds = computed<readonly RoundKey[]>(() => own.data.value?.rounds ?? []);
  const thisYear = computed(() => rounds.value.filter(({ year }) => year === round.value?.year));
  const { overviews } = useOverviewsOf(computed(() => rounds.value.map((one) => scopeOf(one, id.value))));
  const at = (year: number, month: number): Overview | null =>
    overviews.value.find((one) => one.year === year && one.month === month) ?? null;
  const lastYear = computed(() => (round.value ? at(round.value.year - 1, round.value.month) : null));

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

  /** A point for every month of which anything is known, this year or the last. */
  const points = computed<readonly UnitPoint[]>(() => {
    const year = round.value?.year ?? 0;
    const months = [...new Set(rounds.value.map(({ month }) => month))].sort((a, b) => a - b);
    return months.map((month): UnitPoint => {
      const now = at(year, month);
      const before = at(year - 1, month);
      const page = projects.value.find((one) => one.month === month)?.page;
      return {
        month,
        actualPercent: reportedRate(now),
        planPercent: page ? plannedPercent(page) : null,
        lastYearPercent: reportedRate(before),
        spentFen: now?.expenditureFen ?? null,
      };
    });
  });
  return { path, own, all, lastYear, projects, points };
}

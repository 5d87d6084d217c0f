import { rulePackRef, type RulePack } from '@jixiao/domain';
import { useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { fetchProject } from '../targets/index.js';
import type { LightRow, ProjectDetail, Report, Round } from '../../shared/api/schema.gen.js';
import { formOf, readForm } from './report-form.js';
import { isUnexplained, liveAssessment, missingCount } from './live-light.js';
import { fetchReport, fetchReportingProjects, fetchRulePacks } from './report.api.js';
import { lastDayOf } from '@jixiao/domain';

/** Above this many projects the list shows states only: reading every form would take longer than opening one. */
const LARGEST_COUNTED = 60;

export const reportQuery = (year: number, month: number, id: string) => ({
  queryKey: ['report', year, month, id] as const,
  queryFn: () => fetchReport({ year, month, id }),
});
/** The project with the targets by which the round of this month is judged. */
export const projectQuery = (id: string, month: number) => ({
  queryKey: ['projects', id, 'round', month] as const,
  queryFn: () => fetchProject(id, month),
});

/** The rule pack of a round; null until known. */
export function useRulePack(round: Ref<Round | null>) {
  const query = useQuery({ queryKey: ['rule-packs'], queryFn: fetchRulePacks, staleTime: Infinity });
  const rulePack = computed<RulePack | null>(
    () => query.data.value?.items.find((pack) => rulePackRef(pack) === round.value?.rulePack) ?? null,
  );
  return { rulePack, error: query.error, refetch: query.refetch };
}

/** Number of due and blank things in a stored report. */
export function missingInReport(project: ProjectDetail, round: Round, rulePack: RulePack, report: Report): number {
  const form = formOf(report, project.indicators);
  const { input } = readForm(form, report, project.indicators, lastDayOf(round));
  const missing = missingCount(liveAssessment(project, round, rulePack, input, report.treasury));
  return missing + (isUnexplained(input, report.treasury) ? 1 : 0);
}

export interface ReportListItem {
  readonly row: LightRow;
  /** Null where not counted, or not yet. */
  readonly missing: number | null;
}

/** The projects that the person reports on in a round, with how much each still lacks. */
export function useReportList(round: Ref<Round | null>, rulePack: Ref<RulePack | null>) {
  const projects = useQuery({
    queryKey: ['lights', 'reporting', computed(() => round.value?.year), computed(() => round.value?.month)],
    queryFn: () => fetchReportingProjects(round.value?.year ?? 0, round.value?.month ?? 0),
    enabled: computed(() => round.value !== null),
  });
  const counted = computed(() => {
    const rows = projects.data.value ?? [];
    return round.value && rows.length <= LARGEST_COUNTED ? rows.filter(({ reason }) => reason !== 'exempt') : [];
  });
  const details = useQueries({
    queries: computed(() => counted.value.map((row) => projectQuery(row.projectId, round.value?.month ?? 0))),
  });
  const reports = useQueries({
    queries: computed(() =>
      counted.value.map((row) => reportQuery(round.value?.year ?? 0, round.value?.month ?? 0, row.projectId)),
    ),
  });
  const missingById = computed(() => {
    const known = new Map<string, number>();
    const [at, pack] = [round.value, rulePack.value];
    if (!at || !pack) return known;
    for (const [index, row] of counted.value.entries()) {
      const project = details.value[index]?.data;
      const report = reports.value[index]?.data;
      if (project && report) known.set(row.projectId, missingInReport(project, at, pack, report));
    }
    return known;
  });
  const items = computed<readonly ReportListItem[] | null>(
    () => projects.data.value?.map((row) => ({ row, missing: missingById.value.get(row.projectId) ?? null })) ?? null,
  );
  return { items, error: projects.error, refetch: projects.refetch };
}

import type { RouteLocationRaw } from 'vue-router';
import type { OfficialReportContent, OfficialReportSource } from '../../shared/api/schema.gen.js';

export interface ReportPeriod {
  readonly year: number;
  /** Null for a report of a whole year. */
  readonly month: number | null;
}

export type LinkOf = (source: OfficialReportSource) => RouteLocationRaw | null;

/**
 * Where a reader sees the row that a sentence rests on; null for what has no page of its own. An indicator is seen on the
 * page of its project, which the report names beside it somewhere.
 */
export function sourceLinks(content: OfficialReportContent, { year, month }: ReportPeriod): LinkOf {
  const round = month === null ? {} : { year: String(year), month: String(month) };
  const project = (id: string): RouteLocationRaw => ({
    path: `/projects/${id}`,
    query: month === null ? {} : { month: String(month) },
  });
  const homes = projectsOfIndicators(content);
  return ({ kind, id }) => {
    switch (kind) {
      case 'unit':
        return { path: `/units/${id}`, query: round };
      case 'round':
        return { path: '/overview', query: round };
      case 'project':
        return project(id);
      case 'indicator': {
        const home = homes.get(id);
        return home === undefined ? null : project(home);
      }
      case 'alert':
        return { path: '/alerts', query: { year: String(year), state: 'all', alert: id } };
      case 'rectification':
        return { path: '/rectification', query: { id } };
      case 'measure':
        return { path: '/rectification', query: { tab: 'measures', id } };
      case 'evaluation':
        return { path: `/self-evaluation/${id}` };
      case 'goal':
        return { path: '/department-goals', query: round };
    }
  };
}

/** By the rows of tables, which name an indicator together with its project. */
function projectsOfIndicators({ sections }: OfficialReportContent): ReadonlyMap<string, string> {
  const rows = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])));
  return new Map(
    rows.flatMap(({ sources }) => {
      const project = sources.find(({ kind }) => kind === 'project');
      const indicators = sources.filter(({ kind }) => kind === 'indicator');
      return project === undefined ? [] : indicators.map(({ id }) => [id, project.id] as const);
    }),
  );
}

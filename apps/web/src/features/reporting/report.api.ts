import { api, unwrap } from '../../shared/api/client.js';
import type { LightRow, Report, ReportInput, StepsInput, StepsResult } from '../../shared/api/schema.gen.js';

export interface ReportKey {
  readonly year: number;
  readonly month: number;
  readonly id: string;
}

const path = ({ year, month, id }: ReportKey) => ({ params: { path: { year, month, projectId: id } } });

export const fetchReport = (key: ReportKey): Promise<Report> =>
  unwrap(api.GET('/api/rounds/{year}/{month}/projects/{projectId}/report', path(key)));

export const saveReport = (key: ReportKey, body: ReportInput): Promise<Report> =>
  unwrap(api.PUT('/api/rounds/{year}/{month}/projects/{projectId}/report', { ...path(key), body }));

export const submitReport = (key: ReportKey, version: number): Promise<Report> =>
  unwrap(
    api.POST('/api/rounds/{year}/{month}/projects/{projectId}/report/submit', { ...path(key), body: { version } }),
  );

/** Hands many reports in at once; each is taken or refused on its own. */
export const submitReports = (
  { year, month }: Pick<ReportKey, 'year' | 'month'>,
  projects: StepsInput['projects'],
): Promise<StepsResult> =>
  unwrap(
    api.POST('/api/rounds/{year}/{month}/steps', {
      params: { path: { year, month } },
      body: { step: 'submit', projects },
    }),
  );

export const withdrawReport = (key: ReportKey, version: number): Promise<Report> =>
  unwrap(
    api.POST('/api/rounds/{year}/{month}/projects/{projectId}/report/withdraw', { ...path(key), body: { version } }),
  );

export const fetchRulePacks = () => unwrap(api.GET('/api/rule-packs'));

const LARGEST_PAGE = 200;

/** Every project of the person's units in the round, by name, with the state of its report. */
export async function fetchReportingProjects(year: number, month: number): Promise<readonly LightRow[]> {
  const rows: LightRow[] = [];
  for (let page = 1; ; page += 1) {
    const query = { year, month, sort: 'name' as const, page, size: LARGEST_PAGE };
    const { items, total } = await unwrap(api.GET('/api/lights', { params: { query } }));
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
}

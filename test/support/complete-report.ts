import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { Visitor } from './api.js';
import { projectOf } from './county.js';

/** What every deviation is explained by in these reports. */
export const EXPLAINED = { reasons: ['funding'], reasonNote: '上级资金未到' } as const;

/** Saves a report that lacks nothing: spending, an answer for every indicator, and a reason for each of them. */
export async function saveComplete(
  visitor: Visitor,
  path: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<ReportView> {
  const stored = (await visitor.get<ReportView>(path)).body;
  const { indicators } = await projectOf(visitor, stored.projectId);
  const results = indicators
    .filter(({ kind }) => kind !== 'executionRate')
    .map(({ id, kind }) => ({
      indicatorId: id,
      ...(kind === 'date' ? { notDone: true } : { noData: '未统计' }),
      ...EXPLAINED,
    }));
  const draft = { version: stored.version, expenditureFen: 1_000_000, ...EXPLAINED, results, ...changes };
  const { status, body } = await visitor.put<ReportView>(path, draft);
  if (status !== 200) throw new Error(`Saving answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

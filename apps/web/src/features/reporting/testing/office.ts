import type { RulePack } from '@jixiao/domain';
import { ApiError } from '../../../shared/api/problem.js';
import type { ProjectDetail, Report, Round } from '../../../shared/api/schema.gen.js';
import { draftKeeper } from '../draft-keeper.js';
import { mayEdit } from '../may-edit.js';
import { createReportDraft, type DraftContext, type ReportDraft } from '../sheet/report-draft.js';
import type { Column, RowKind, SheetRow } from '../sheet/sheet-rows.js';
import { memoryStorage } from './memory-storage.js';

type Result = Report['results'][number];
type Input = Parameters<DraftContext['save']>[1];

const KEY = { year: 2026, month: 6, id: 'p' };
export const CASES = { id: 'cases', name: '办结案件', kind: 'cumulative', unit: '件' };
export const VISITS = { id: 'visits', name: '走访次数', kind: 'cumulative', unit: '次' };

export const report = (changes: Partial<Report> = {}): Report =>
  ({
    roundStatus: 'open',
    status: 'draft',
    version: 1,
    reopening: null,
    expenditureFen: null,
    fiscalFen: null,
    otherFen: null,
    expectedFullYearFen: null,
    reasons: [],
    reasonNote: null,
    differenceNote: null,
    results: [],
    treasury: null,
    updatedByName: '乙',
    updatedAt: '2026-07-01T00:00:00.000Z',
    ...changes,
  }) as Partial<Report> as Report;
export const result = (indicatorId: string, value: number): Result => ({
  indicatorId,
  value,
  outcome: null,
  text: null,
  doneOn: null,
  notDone: false,
  noData: null,
  expected: null,
  reasons: [],
  reasonNote: null,
  likelihood: null,
  note: null,
});
export const refusal = (code: string, issues?: { path: string; code: string; message: string }[]): ApiError =>
  new ApiError(409, { code, message: '', issues });

/** One report at the server and one browser, in which it can be opened in several windows. */
export function office(first = report()) {
  const store = memoryStorage();
  const server = { report: first, refuse: null as unknown, saves: [] as Input[], rereads: 0 };
  const save = (input: Input): Promise<Report> => {
    if (server.refuse !== null) return Promise.reject(server.refuse as Error);
    if (input.version !== server.report.version) return Promise.reject(refusal('report-changed'));
    server.saves.push(input);
    server.report = { ...server.report, ...input, version: input.version + 1, updatedByName: '甲' };
    return Promise.resolve(server.report);
  };
  /** Somebody else's save. */
  const theirs = (changes: Partial<Report>): Report => {
    server.report = { ...server.report, updatedByName: '乙', ...changes, version: server.report.version + 1 };
    return server.report;
  };
  const open = (indicators: readonly object[] = [CASES], more: Partial<DraftContext> = {}): ReportDraft =>
    createReportDraft({
      key: KEY,
      project: { id: 'p', indicators } as unknown as ProjectDetail,
      round: { year: 2026, month: 6, status: 'open' } as Round,
      rulePack: {} as RulePack,
      report: server.report,
      attachments: 0,
      keeper: draftKeeper(store, 'li', KEY),
      scopeOf: (latest) => mayEdit(latest, true, '2026-07-01'),
      locale: () => 'zh',
      fetch: () => Promise.resolve(server.report),
      save: (_, input) => save(input),
      reread: () => void (server.rereads += 1),
      ...more,
    });
  return { server, theirs, save, open, kept: () => draftKeeper(store, 'li', KEY).kept() };
}

export const line = (kind: RowKind): SheetRow => ({
  key: `p/${kind}`,
  kind,
  projectId: 'p',
  indicator: null,
  editable: [],
});
export const indicatorLine = (draft: ReportDraft, place = 0): SheetRow => ({
  ...line('indicator'),
  key: `p/${draft.project.indicators[place]?.id}`,
  indicator: place,
});
export const type = (draft: ReportDraft, kind: RowKind, text: string, column: Column = 'value'): boolean =>
  draft.put(line(kind), column, text);
/** What is said to have no place. */
export const asideOf = (draft: ReportDraft): readonly string[] => draft.aside.value.map(({ text }) => text);

import { api, unwrap } from '../../shared/api/client.js';
import type {
  OfficialReport,
  OfficialReportContent,
  OfficialReportEdit,
  OfficialReportInput,
  OfficialReportPage,
  OfficialReportRedraft,
  OfficialReportStepInput,
  OfficialReportSummary,
  OfficialReportVersion,
  OfficialReportVersionList,
} from '../../shared/api/schema.gen.js';

export type ReportSection = OfficialReportContent['sections'][number];
export type ReportBlock = ReportSection['blocks'][number];
export type ReportParagraph = Extract<ReportBlock, { type: 'paragraph' }>;
export type ReportTable = Extract<ReportBlock, { type: 'table' }>;
export type ReportChart = Extract<ReportBlock, { type: 'chart' }>;
export type ReportSentence = ReportParagraph['sentences'][number];
export type ParagraphChange = OfficialReportEdit['changes'][number];

export interface ReportFilter {
  readonly year?: number;
  readonly month?: number;
  readonly kind?: OfficialReportSummary['kind'];
  readonly state?: OfficialReportSummary['state'];
  readonly unit?: string;
  readonly page: number;
  readonly size: number;
}

const byId = (id: string) => ({ params: { path: { id } } });

export const fetchOfficialReports = (query: ReportFilter): Promise<OfficialReportPage> =>
  unwrap(api.GET('/api/official-reports', { params: { query: { ...query } } }));

export const draftReport = (body: OfficialReportInput): Promise<OfficialReport> =>
  unwrap(api.POST('/api/official-reports', { body }));

export const fetchOfficialReport = (id: string): Promise<OfficialReport> =>
  unwrap(api.GET('/api/official-reports/{id}', byId(id)));

export const editReport = (id: string, body: OfficialReportEdit): Promise<OfficialReport> =>
  unwrap(api.PUT('/api/official-reports/{id}', { ...byId(id), body }));

export const stepReport = (id: string, body: OfficialReportStepInput): Promise<OfficialReport> =>
  unwrap(api.POST('/api/official-reports/{id}/steps', { ...byId(id), body }));

export const fetchRedraft = (id: string): Promise<OfficialReportRedraft> =>
  unwrap(api.GET('/api/official-reports/{id}/redraft', byId(id)));

export const fetchVersions = (id: string): Promise<OfficialReportVersionList> =>
  unwrap(api.GET('/api/official-reports/{id}/versions', byId(id)));

export const fetchVersion = (id: string, version: number): Promise<OfficialReportVersion> =>
  unwrap(api.GET('/api/official-reports/{id}/versions/{version}', { params: { path: { id, version } } }));

/** Where the browser downloads a version from; one that is not sealed says on every page that it is a draft. */
export const fileAddress = (id: string, format: 'docx' | 'pdf', version: number): string =>
  `/api/official-reports/${encodeURIComponent(id)}/file?format=${format}&version=${version}`;

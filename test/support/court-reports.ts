import type { ReportFileResult } from '../../apps/api/src/features/reporting/index.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { TestApi, type Answer, type Refusal, type Visitor } from './api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, projectIds, projectOf } from './county.js';
import { cellOf, download, openWorkbook, type OpenWorkbook } from './report-workbook.js';
import type { TestBackend } from './services.js';
import { upload, type UploadedFile } from './upload.js';

const FILE = '/rounds/2022/6/report-file';
export const TEMPLATE = '/rounds/2022/6/report-workbook';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
export const csv = (...lines: string[]): UploadedFile => ({ name: '季报.csv', bytes: encoded(lines.join('\n')) });
export const json = (value: unknown): UploadedFile => ({ name: 'a.json', bytes: encoded(JSON.stringify(value)) });

/** `place code` of each issue of a refusal. */
export const codes = ({ body }: Answer<Refusal>): string[] =>
  body.issues?.map((issue) => `${issue.path} ${issue.code}`) ?? [];

/** A court with two projects and the rounds of March and June 2022, seen by its clerk. */
export class CourtReports {
  private constructor(
    readonly api: TestApi,
    readonly finance: Visitor,
    readonly clerk: Visitor,
    readonly ids: ReadonlyMap<string, string>,
    /** Names of its two projects. */
    readonly project: string,
    readonly other: string,
  ) {}

  static async open(backend: TestBackend): Promise<CourtReports> {
    const api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('colleague', 'clerk', '336001');
    await api.addUser('reviewer', 'unitReviewer', '336001');
    await api.addUser('justice', 'clerk', '340001');
    const finance = await api.as('finance');
    const clerk = await api.as('clerk');
    const court = await organisationId(finance, '336001');
    await importDocuments(finance, [document('ok/court-2022.txt')], { year: 2022, organisationId: court });
    await openRound(finance, 2022, 3);
    await openRound(finance, 2022, 6);
    await lightsAreUp(api, 2022);
    const ids = await projectIds(clerk, 2022, 6);
    const [project = '', other = ''] = [...ids.keys()].sort();
    return new CourtReports(api, finance, clerk, ids, project, other);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** Uploads a file for June. */
  send<T = ReportFileResult>(file: UploadedFile, fields = {}, visitor = this.clerk): Promise<Answer<T>> {
    return visitor.post<T>(FILE, ...upload([file], fields));
  }

  refused(file: UploadedFile, fields = {}, visitor = this.clerk): Promise<Answer<Refusal>> {
    return this.send<Refusal>(file, fields, visitor);
  }

  path(name = this.project, month = 6): string {
    return `/rounds/2022/${month}/projects/${this.ids.get(name)}/report`;
  }

  async report(name = this.project): Promise<ReportView> {
    return (await this.clerk.get<ReportView>(this.path(name))).body;
  }

  async template(locale = 'zh'): Promise<OpenWorkbook> {
    return openWorkbook(await download(this.api, this.clerk, TEMPLATE, locale));
  }

  /** The workbook that was kept with the errors of a refusal. */
  async marked({ body }: Answer<Refusal>): Promise<OpenWorkbook> {
    return openWorkbook(
      await download(this.api, this.clerk, `/report-uploads/${body.params?.['workbookId']}/workbook`),
    );
  }

  spending(workbook: OpenWorkbook, header: string, name = this.project) {
    return cellOf(workbook, '支出', ['项目名称', name], header);
  }

  indicator(workbook: OpenWorkbook, name: string, header: string) {
    return cellOf(workbook, '指标', ['三级指标', name], header);
  }

  /** Name of an indicator that is answered by a figure and shares its name with no other. */
  async numeric(): Promise<string> {
    const { indicators } = await projectOf(this.clerk, this.ids.get(this.project) ?? '');
    const names = indicators.map(({ name }) => name);
    const isAlone = (name: string): boolean => names.filter((each) => each === name).length === 1;
    const found = indicators.find(({ kind, name }) => (kind === 'cumulative' || kind === 'level') && isAlone(name));
    if (found === undefined) throw new Error(`No such indicator among ${names.join()}`);
    return found.name;
  }

  /** The name of one of its indicators that is counted, not a share in percent. */
  async inPieces(): Promise<string> {
    const { indicators } = await projectOf(this.clerk, this.ids.get(this.project) ?? '');
    const found = indicators.find(({ number, unit }) => number !== null && unit !== null && !unit.includes('%'));
    if (found === undefined) throw new Error('No indicator is counted');
    return found.name;
  }
}

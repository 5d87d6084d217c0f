import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PaperFinding } from '../../apps/api/src/features/exports/http/papers.dto.js';
import type { OfficialReportView } from '../../apps/api/src/features/official-reports/http/official-reports.dto.js';
import { ReportPaper } from '../../apps/api/src/features/official-reports/persistence/report-paper.entity.js';
import { sha256 } from '../../apps/api/src/features/seals/index.js';
import { newVerificationCode } from '../../apps/api/src/platform/runtime/verification-code.js';
import type { Answer, Refusal, Visitor } from '../support/api.js';
import { BEHIND_FEN, done, FollowUpCounty, type Follower } from '../support/follow-up-county.js';
import { jobsAreDone } from '../support/jobs-done.js';
import { pageTexts } from '../support/office-pdf.js';
import { PaperDesk } from '../support/paper-desk.js';
import { describeBackends } from '../support/services.js';

const MONTH = 9;
const BODY = 'word/document.xml';

describeBackends('Official reports that were given out', (backend) => {
  let county: FollowUpCounty;
  let desk: PaperDesk;
  let year = 2029;
  let id: string;

  beforeAll(async () => {
    county = await FollowUpCounty.open(backend);
    desk = new PaperDesk(county.api);
  });
  afterAll(() => county.close());
  beforeEach(async () => {
    year += 1;
    const behind = await county.project(year, '慢项目');
    await county.openRound(year, MONTH);
    await county.report(year, MONTH, behind, BEHIND_FEN);
    await jobsAreDone(county.api);
    const asked = { kind: 'monitoring', year, month: MONTH, organisationId: county.unit };
    ({ id } = await done(county.people.clerk.post<OfficialReportView>('/official-reports', asked)));
  });

  /** A file of the report as somebody downloads it. */
  async function download(who: Visitor, query = ''): Promise<Buffer> {
    const headers = { cookie: `sid=${who.token}` };
    const url = `/api/official-reports/${id}/file${query}`;
    const response = await county.api.app.inject({ method: 'GET', url, headers });
    expect(response.statusCode).toBe(200);
    return response.rawPayload;
  }
  const entered = (): Promise<ReportPaper[]> =>
    desk.uow.reader.find(ReportPaper, { where: { reportId: id }, order: { id: 'ASC' } });
  async function newest(): Promise<ReportPaper> {
    const paper = (await entered()).at(-1);
    if (paper === undefined) throw new Error('No report was given out');
    return paper;
  }
  async function checked(who: Follower, bytes: Uint8Array, name = 'a.docx'): Promise<PaperFinding> {
    const { findings } = await desk.check(county.people[who], name, bytes);
    const [finding] = findings;
    if (finding === undefined || findings.length > 1) throw new Error(`There are ${findings.length} findings`);
    return finding;
  }
  const step = async (who: Follower, name: string, text?: string): Promise<OfficialReportView> => {
    const { version } = await done(county.people.finance.get<OfficialReportView>(`/official-reports/${id}`));
    const answer: Answer<OfficialReportView & Refusal> = await county.people[who].post(
      `/official-reports/${id}/steps`,
      {
        step: name,
        version,
        text,
      },
    );
    return done(Promise.resolve(answer));
  };
  async function sealed(): Promise<OfficialReportView> {
    await county.lock(year, MONTH);
    await jobsAreDone(county.api);
    await step('clerk', 'redraft');
    await jobsAreDone(county.api);
    await step('clerk', 'submit');
    return step('reviewer', 'seal');
  }

  it('are entered each with its own code, hash, person and version, and told by their bytes', async () => {
    const first = await download(county.people.clerk);
    const second = await download(county.people.auditor, '?format=pdf');
    const papers = await entered();
    expect(papers).toMatchObject([
      { version: 1, sealHash: null, format: 'docx', sha256: sha256(first), bytes: first.length, exportedBy: 'clerk' },
      {
        version: 1,
        sealHash: null,
        format: 'pdf',
        sha256: sha256(second),
        bytes: second.length,
        exportedBy: 'auditor',
      },
    ]);
    expect(papers.map(({ file }) => file)).toEqual(
      ['docx', 'pdf'].map((ending) => `法院${year}年1月至9月项目支出绩效运行监控报告（草稿）.${ending}`),
    );
    expect(new Set(papers.map(({ code }) => code)).size).toBe(2);
    expect((await pageTexts(second)).join('')).toContain(`核验码${papers[1]?.code ?? ''}第1版（草稿）`);

    const finding = await checked('auditor', first);
    expect(finding).toMatchObject({ verdict: 'exact', matches: true, code: papers[0]?.code, paper: null });
    expect(finding.report).toMatchObject({
      reportId: id,
      kind: 'monitoring',
      year,
      month: MONTH,
      organisationName: '法院',
      version: 1,
      sealHash: null,
      exportedBy: 'clerk',
      exportedByName: '显示 clerk',
      now: { state: 'draft', version: 1, sealedVersion: null, superseded: false },
    });
    expect((await checked('auditor', second, 'a.pdf')).report).toMatchObject({ exportedBy: 'auditor', format: 'pdf' });
  });

  it('R49: tell that a draft was changed and another version sealed since, and what the sealed one is', async () => {
    const draft = await download(county.people.clerk);
    const { current } = await sealed();
    const paper = await download(county.people.clerk);
    expect(await newest()).toMatchObject({ version: 2, sealHash: current?.seal?.hash });
    expect((await checked('finance', draft)).report).toMatchObject({
      version: 1,
      sealHash: null,
      now: { state: 'sealed', version: 2, sealedVersion: 2, superseded: true },
    });
    expect((await desk.check(county.people.finance, 'a.docx', draft)).changedSince).toBe(1);
    const asSealed = await checked('finance', paper);
    expect(asSealed).toMatchObject({ verdict: 'exact', report: { version: 2, now: { superseded: false } } });
    await step('reviewer', 'reopen', '数据有误');
    expect((await checked('finance', paper)).report?.now).toMatchObject({ state: 'draft', sealedVersion: 2 });
    const old = await download(county.people.clerk, '?version=1');
    expect((await checked('finance', old)).report).toMatchObject({ version: 1, sealHash: null });
  });

  it('are known by the code that is typed, within the reader’s reach', async () => {
    await download(county.people.clerk);
    const { code } = await newest();
    const detail = await desk.detail(county.people.auditor, code.toLowerCase().replaceAll('-', ' '));
    expect(detail).toMatchObject({ reach: 'full', paper: null, report: { reportId: id, code, version: 1 } });
    expect(await desk.detail(county.people.stranger, code)).toMatchObject({ reach: 'outside', report: null });
    const unknown = await county.people.auditor.get<Refusal>(`/papers/${newVerificationCode()}`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found']);
  });

  it('that were saved anew say the same; altered ones are shown line by line', async () => {
    await sealed();
    const bytes = await download(county.people.clerk);
    const parts = unzipSync(bytes);
    const body = strFromU8(parts[BODY] ?? new Uint8Array());
    // Of another day than the file was given out, or it may be the same to the byte.
    const savedWith = (text: string): Uint8Array =>
      zipSync({ ...parts, [BODY]: strToU8(text) }, { mtime: '2026-01-01' });
    const { code } = await newest();
    const same = await checked('finance', savedWith(body));
    expect(same).toMatchObject({ verdict: 'sameContent', matches: true, code, differences: [], differenceCount: 0 });

    expect(body).toContain('10.00%');
    const altered = await checked('finance', savedWith(body.replaceAll('10.00%', '90.00%')));
    expect(altered).toMatchObject({ verdict: 'changed', matches: false, code, report: { reportId: id, version: 2 } });
    expect(altered.differences.length).toBeGreaterThan(0);
    expect(altered.differences.map(({ said }) => said?.replaceAll('10.00%', '90.00%'))).toEqual(
      altered.differences.map(({ stands }) => stands),
    );
    expect(altered.differences.map(({ label }) => label)).toContain('三、监控情况');

    const footers = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        name.startsWith('word/footer') ? strToU8(strFromU8(part).replaceAll(code, 'ABCD-EFGH-JKMN')) : part,
      ]),
    );
    expect(await checked('finance', zipSync(footers))).toMatchObject({ verdict: 'unknown', code: null, report: null });
    expect(await checked('stranger', savedWith(body))).toMatchObject({
      verdict: 'outside',
      matches: true,
      report: null,
      differences: [],
    });
  });

  it('are checked within an archive beside other documents, and their giving out is in the audit trail', async () => {
    const bytes = await download(county.people.clerk);
    const archive = zipSync({ '报告.docx': bytes, '别的.docx': zipSync({ 'word/document.xml': strToU8('<a/>') }) });
    const { counts, findings } = await desk.check(county.people.finance, 'all.zip', archive);
    expect([counts.exact, counts.unknown]).toEqual([1, 1]);
    expect(findings.find(({ member }) => member === '报告.docx')?.report).toMatchObject({ reportId: id });
    const { code } = await newest();
    const { body } = await county.people.auditor.get<{ items: { actor: string; after: string }[] }>(
      `/audit?action=official-reports.download&subject=official-report/${id}`,
    );
    expect(body.items.map(({ actor }) => actor)).toEqual(['clerk']);
    expect(JSON.parse(body.items[0]?.after ?? '{}')).toMatchObject({ version: 1, sha256: sha256(bytes), code });
  });
});

import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { PaperDetail } from '../../apps/api/src/features/exports/http/papers.dto.js';
import type { Paper } from '../../apps/api/src/features/exports/persistence/paper.entity.js';
import type { Refusal, Visitor } from '../support/api.js';
import { PaperDesk } from '../support/paper-desk.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

const JUNE = { kind: 'monitoringForm', year: 2022, month: 6 } as const;

/** A document with some of its text replaced, as an office program would leave it. */
function retouched(bytes: Uint8Array, pairs: readonly (readonly [string, string])[] = []): Buffer {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.xml$/.test(name)) continue;
    let text = Buffer.from(part).toString('utf8');
    for (const [from, to] of pairs) text = text.replaceAll(from, to);
    parts[name] = strToU8(text);
  }
  return Buffer.from(zipSync(parts, { mtime: '2001-01-01' }));
}

describeBackends('Papers and their check', (backend) => {
  let sealed: SealedCourt;
  let desk: PaperDesk;
  let finance: Visitor;
  let justice: Visitor;

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    ({ finance } = sealed.court);
    justice = await sealed.court.api.as('justice');
    desk = new PaperDesk(sealed.court.api);
    await sealed.lockJune();
  });
  afterAll(() => sealed.close());

  /** One project's form as it was given out, with its row of the ledger. */
  async function given(format: 'xlsx' | 'docx' | 'pdf'): Promise<{ bytes: Buffer; paper: Paper; file: string }> {
    const view = await desk.written(finance, { ...JUNE, format, projectId: sealed.idOf() });
    const [paper] = (await desk.papers()).filter(({ exportId }) => exportId === view.id);
    if (paper === undefined) throw new Error('There is no paper');
    return { bytes: await desk.file(finance, view.id), paper, file: view.file ?? '' };
  }

  it.each(['xlsx', 'docx', 'pdf'] as const)(
    'knows a .%s byte by byte, with who gave it out and of what',
    async (format) => {
      const { bytes, paper, file } = await given(format);
      const check = await desk.check(finance, file, bytes);
      expect(check).toMatchObject({ sha256: paper.sha256, archive: null, counts: { exact: 1 }, changedSince: 0 });
      expect(check.findings).toMatchObject([
        {
          member: null,
          verdict: 'exact',
          matches: true,
          code: paper.code,
          paper: {
            exportedBy: 'finance',
            exportedByName: '显示 finance',
            projectName: sealed.court.project,
            templateRef: 'monitoring-form@1',
            round: { locked: true, sealVersion: 1 },
          },
          differences: [],
          since: [],
        },
      ]);
    },
  );

  it.each(['xlsx', 'docx'] as const)('finds that a .%s which was saved anew says the same', async (format) => {
    const { bytes, paper, file } = await given(format);
    const { findings } = await desk.check(finance, file, retouched(bytes));
    expect(findings).toMatchObject([{ verdict: 'sameContent', matches: true, code: paper.code, differences: [] }]);
  });

  it('names each cell of a workbook that was changed, with what was given out and what stands there', async () => {
    const { bytes, file, paper } = await given('xlsx');
    const changed = retouched(bytes, [[sealed.court.project, '另一个项目']]);
    const { findings, counts } = await desk.check(finance, file, changed);
    expect(counts).toMatchObject({ changed: 1, exact: 0 });
    expect(findings).toMatchObject([{ verdict: 'changed', matches: false, code: paper.code }]);
    expect(findings[0]?.differences).toContainEqual({
      projectId: sealed.idOf(),
      projectName: sealed.court.project,
      field: '项目名称',
      label: '项目名称',
      said: sealed.court.project,
      stands: '另一个项目',
    });
  });

  it('says of what was never given out that it is unknown, and of a made-up code as well', async () => {
    const { bytes, file, paper } = await given('docx');
    const foreign = await desk.check(finance, file, retouched(bytes, [[paper.code, '']]));
    expect(foreign.findings).toMatchObject([{ verdict: 'unknown', matches: false, code: null, paper: null }]);
    const noCode = await desk.check(finance, 'a.txt', Buffer.from('什么也不是'));
    expect(noCode.counts).toMatchObject({ unknown: 1 });
    const broken = await desk.check(finance, 'a.xlsx', Buffer.from('什么也不是'));
    expect(broken.counts).toMatchObject({ unknown: 1 });
  });

  it('checks an archive as a whole and by its members', async () => {
    const view = await desk.written(finance, { ...JUNE, format: 'xlsx' });
    const bytes = await desk.file(finance, view.id);
    const whole = await desk.check(finance, view.file ?? '', bytes);
    expect(whole).toMatchObject({ archive: { exportedBy: 'finance', projects: 2, papers: 2 }, counts: { exact: 2 } });
    const members = unzipSync(bytes);
    const [first = '', second = ''] = Object.keys(members).sort();
    const mixed = zipSync({
      [first]: members[first] ?? new Uint8Array(),
      [second]: retouched(members[second] ?? new Uint8Array(), [
        [sealed.court.project, '甲'],
        [sealed.court.other, '甲'],
      ]),
      'x/别的.docx': strToU8('no document'),
    });
    const checked = await desk.check(finance, '混合.zip', mixed);
    expect(checked).toMatchObject({ archive: null, counts: { exact: 1, changed: 1, unknown: 1 } });
    expect(checked.findings.map(({ verdict }) => verdict).at(-1)).toBe('exact');
  });

  it('tells by the typed code what the paper said', async () => {
    const { paper } = await given('pdf');
    for (const typed of [paper.code, paper.code.toLowerCase().replaceAll('-', ''), `${paper.code} `]) {
      const detail = await desk.detail(finance, typed);
      expect(detail).toMatchObject({ reach: 'full', paper: { code: paper.code }, sinceCount: 0 });
      expect(detail.forms[0]?.fields).toContainEqual({
        field: '项目名称',
        label: '项目名称',
        said: sealed.court.project,
      });
    }
    const wrong = `${paper.code.startsWith('2') ? '3' : '2'}${paper.code.slice(1)}`;
    expect((await finance.get<Refusal>(`/papers/${wrong}`)).body.code).toBe('paper-code-mistyped');
  });

  it('tells whoever may not read the unit only that there is such a paper, and whether it is intact', async () => {
    const { bytes, paper, file } = await given('xlsx');
    const nothing: PaperDetail = { reach: 'outside', paper: null, report: null, forms: [], since: [], sinceCount: 0 };
    expect(await desk.detail(justice, paper.code)).toEqual(nothing);
    const intact = await desk.check(justice, file, bytes);
    expect(intact).toMatchObject({ archive: null, counts: { outside: 1, exact: 0 }, changedSince: 0 });
    expect(intact.findings).toEqual([
      {
        member: null,
        verdict: 'outside',
        matches: true,
        code: paper.code,
        paper: null,
        report: null,
        differences: [],
        differenceCount: 0,
        since: [],
        sinceCount: 0,
      },
    ]);
    const changed = await desk.check(justice, file, retouched(bytes, [[sealed.court.project, '另一个项目']]));
    expect(changed.findings).toMatchObject([{ verdict: 'outside', matches: false, differences: [], paper: null }]);
  });

  it('says field by field what has changed since', async () => {
    const { bytes, file, paper } = await given('xlsx');
    await sealed.reopen();
    await sealed.save({ expenditureFen: 30_000_000, results: await sealed.results() });
    const { findings, changedSince } = await desk.check(finance, file, bytes);
    expect(changedSince).toBe(1);
    expect(findings).toMatchObject([{ verdict: 'exact', matches: true }]);
    const changed = {
      field: '资金.年度资金总额.执行数',
      label: '年度资金总额 · 执行数',
      said: '20.00',
      stands: '30.00',
    };
    expect(findings[0]?.since).toContainEqual(expect.objectContaining(changed));
    expect((await desk.detail(finance, paper.code)).since).toContainEqual(expect.objectContaining(changed));
  });

  it('records every check', async () => {
    const { bytes, file, paper } = await given('xlsx');
    await desk.check(finance, file, bytes);
    const [entry] = await desk.uow.reader.find(AuditEntry, {
      where: { action: 'papers.check', subject: `paper/${paper.sha256}` },
    });
    expect(entry).toMatchObject({ actor: 'finance', after: { file, exact: 1 } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttachmentList } from '../../apps/api/src/features/reporting/http/attachments.dto.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, projectIds } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';
import { zipOf } from '../support/zip-files.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const PROJECT = '审判楼水电及物业费';

describeBackends('Attachments of a report', (backend) => {
  let api: TestApi;
  let clerk: Visitor;
  let leader: Visitor;
  let stranger: Visitor;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    await api.addUser('leader', 'leader', '001');
    await api.addUser('stranger', 'clerk', '340001');
    const finance = await api.as('finance');
    [clerk, leader, stranger] = [await api.as('clerk'), await api.as('leader'), await api.as('stranger')];
    await importDocuments(finance, [document('ok/city-court-2023.txt')], { year: 2023 });
    await openRound(finance, 2023, 6);
    await lightsAreUp(api, 2023);
    ids = await projectIds(finance, 2023, 6);
  });
  afterAll(() => api.close());

  const path = (project = PROJECT): string => `/rounds/2023/6/projects/${ids.get(project) ?? ''}/attachments`;
  const attach = <T = AttachmentList>(visitor: Visitor, name: string, bytes: Buffer, project = PROJECT) =>
    visitor.post<T>(path(project), ...upload([{ name, bytes }], {}));
  const list = async (visitor: Visitor): Promise<AttachmentList['items']> =>
    (await visitor.get<AttachmentList>(path())).body.items;

  it('are given by the unit, and read by whoever may read the report', async () => {
    const added = await attach(clerk, '../合同（一）.pdf', PDF);
    expect(added).toMatchObject({ status: 201, body: { items: [{ file: '合同（一）.pdf', bytes: PDF.length }] } });
    const [item] = await list(leader);
    const file = await leader.get<string>(`${path()}/${item?.id ?? ''}/file`);
    expect(file.body).toBe(PDF.toString());
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('合同（一）.pdf')}`,
      'x-content-type-options': 'nosniff',
    });
    expect(await attach<Refusal>(leader, 'a.pdf', PDF)).toMatchObject({ status: 403 });
    expect(await stranger.get(path())).toMatchObject({ status: 404 });
    expect(await stranger.get(`${path()}/${item?.id ?? ''}/file`)).toMatchObject({ status: 404 });
    expect(await attach<Refusal>(stranger, 'a.pdf', PDF)).toMatchObject({ status: 404 });
  });

  it('are counted on the sheet', async () => {
    const { body } = await clerk.get<{ items: { project: { name: string }; attachments: number }[] }>(
      '/rounds/2023/6/sheet',
    );
    const counts = body.items.filter(({ attachments }) => attachments > 0);
    expect(counts).toMatchObject([{ project: { name: PROJECT }, attachments: 1 }]);
  });

  it('are stored once however often the same content is given, and stay for the audit when removed', async () => {
    const other = [...ids.keys()].find((name) => name !== PROJECT) ?? '';
    const references = async (): Promise<number[]> => {
      const { reader } = api.app.get(UnitOfWork, { strict: false });
      return (await reader.find(StoredFile))
        .filter(({ bytes }) => bytes === PDF.length)
        .map((row) => row.referenceCount);
    };
    const second = (await attach(clerk, '另一份.pdf', PDF, other)).body.items[0]?.id ?? '';
    expect(await references()).toEqual([2]);
    expect(await clerk.delete(`${path(other)}/${second}`)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await clerk.get(`${path(other)}/${second}/file`)).toMatchObject({ status: 404 });
    expect(await clerk.delete(`${path(other)}/${second}`)).toMatchObject({ status: 404 });
    expect(await references()).toEqual([2]);
    expect(await list(clerk)).toHaveLength(1);
  });

  describe('take what a person keeps as evidence, and nothing that runs', () => {
    const zip = (...names: string[]): Buffer => Buffer.from(zipOf(names.map((name) => ({ name, data: 'x' }))));
    it.each<[string, Buffer, string]>([
      ['page.html', Buffer.from('<html></html>'), 'evidence-kind'],
      ['image.svg', Buffer.from('<svg/>'), 'evidence-kind'],
      ['run.exe', Buffer.from('MZ'), 'evidence-kind'],
      ['macros.xlsm', zip('xl/workbook.xml'), 'evidence-kind'],
      ['noending', PDF, 'evidence-kind'],
      ['empty.pdf', Buffer.alloc(0), 'evidence-empty'],
      ['image.png', PDF, 'evidence-content'],
      ['program.txt', Buffer.from('MZ\u0000\u0003\u0000'), 'evidence-content'],
      ['page.txt', Buffer.from('\n<!DOCTYPE html><script>'), 'evidence-content'],
      ['word.docx', zip('xl/workbook.xml'), 'evidence-content'],
      ['macro.docx', zip('word/document.xml', 'word/vbaProject.bin'), 'evidence-active'],
      ['renamed-macro.docx', zip('word/document.xml', 'word/macros2.bin'), 'evidence-active'],
      ['backslash.docx', zip('word/document.xml', 'word\\vbaProject.bin'), 'evidence-active'],
      ['object.docx', zip('word/document.xml', 'word/embeddings/oleObject1.bin'), 'evidence-active'],
      ['shortcut.docx', zip('word/document.xml', 'word/embeddings/a.lnk'), 'evidence-active'],
      ['control.xlsx', zip('xl/workbook.xml', 'xl/activeX/activeX1.xml'), 'evidence-active'],
      ['script.pdf', Buffer.from('%PDF-1.7\n1 0 obj <</S /JavaScript /JS (app.alert(1))>>'), 'evidence-active'],
      ['start.pdf', Buffer.from('%PDF-1.7\n1 0 obj <</S /Launch /F (a.exe)>>'), 'evidence-active'],
      ['dde.csv', Buffer.from(`项目,金额\n=cmd|'/c calc'!A1,1\n`), 'evidence-active'],
    ])('%s: not taken', async (name, bytes, code) => {
      expect((await attach<Refusal>(clerk, name, bytes)).body.code).toBe(code);
    });

    it.each<[string, Buffer]>([
      ['图.PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
      ['照片.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
      ['说明.docx', zip('[Content_Types].xml', 'word/document.xml')],
      ['发票.ofd', zip('OFD.xml')],
      ['打印.xlsx', zip('xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin')],
      ['图表.docx', zip('word/document.xml', 'word/embeddings/Microsoft_Excel_Sheet.xlsx')],
      ['负数.csv', Buffer.from('项目,金额\n一,-1.5\n')],
      ['明细.csv', Buffer.from('\ufeff项目,金额\n一,1\n')],
    ])('%s: taken', async (name, bytes) => {
      const answer = await attach(clerk, name, bytes);
      expect(answer.body.items.map(({ file }) => file)).toContain(name);
    });
  });

  it('are fixed once the report is handed in', async () => {
    const project = [...ids.keys()].at(-1) ?? '';
    const { body: report } = await clerk.get<{ version: number }>(path(project).replace('attachments', 'report'));
    const results = { version: report.version, expenditureFen: 1, results: [] };
    await clerk.put(path(project).replace('attachments', 'report'), results);
    const added: Answer<AttachmentList> = await attach(clerk, 'a.pdf', PDF, project);
    const uow = api.app.get(UnitOfWork, { strict: false });
    await uow.run((manager) =>
      manager.query(`update project_report set status = 'submitted' where project_id = ?`, [ids.get(project)]),
    );
    expect((await attach<Refusal>(clerk, 'b.pdf', PDF, project)).body.code).toBe('report-submitted');
    const id = added.body.items[0]?.id ?? '';
    expect(await clerk.delete(`${path(project)}/${id}`)).toMatchObject({ status: 409 });
    expect((await clerk.get<AttachmentList>(path(project))).body.items).toHaveLength(1);
  });
});

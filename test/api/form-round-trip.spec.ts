import { afterAll, beforeAll, expect, it } from '@jest/globals';
import exceljs, { type Cell } from 'exceljs';
import type { ReportFileResult } from '../../apps/api/src/features/reporting/http/report-files.dto.js';
import type { EvaluationFormsResult } from '../../apps/api/src/features/self-evaluation/http/evaluation-forms.dto.js';
import type { Answer, Refusal, Visitor } from '../support/api.js';
import { EvaluationCounty, YEAR } from '../support/evaluation-county.js';
import { PaperDesk } from '../support/paper-desk.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const REPORT_FILE = `/rounds/${YEAR}/12/report-file`;
const FORMS = `/evaluations/years/${YEAR}/forms`;

type Taken<T> = Promise<Answer<T & Refusal>>;

const reportFile = (who: Visitor, name: string, bytes: Uint8Array, dryRun: boolean): Taken<ReportFileResult> =>
  who.post(REPORT_FILE, ...upload([{ name, bytes }], { dryRun: String(dryRun) }));
const forms = (who: Visitor, name: string, bytes: Uint8Array, dryRun: boolean): Taken<EvaluationFormsResult> =>
  who.post(FORMS, ...upload([{ name, bytes }], { dryRun: String(dryRun) }));

/** The workbook with the one cell written over that says `before`, as a person does it. */
async function written(bytes: Uint8Array, before: string, after: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const found: Cell[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell(({ master }) => void (master.value === before && found.push(master))));
  }
  const cells = new Set(found);
  if (cells.size !== 1) throw new Error(`${cells.size} cells say ${before}`);
  for (const cell of cells) cell.value = after;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describeBackends('An official form that was exported comes back', (backend) => {
  let county: EvaluationCounty;
  let desk: PaperDesk;
  let clerk: Visitor;

  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    desk = new PaperDesk(county.api);
    ({ clerk } = county.people);
  });
  afterAll(() => county.close());

  async function exported(
    kind: 'monitoringForm' | 'selfEvaluationForm',
    format: 'xlsx' | 'docx',
    project = '普法',
  ): Promise<Buffer> {
    const projectId = county.project(project);
    const month = kind === 'monitoringForm' ? { month: 12 } : {};
    const { id } = await desk.written(clerk, { kind, year: YEAR, ...month, projectId, format });
    return desk.file(clerk, id);
  }

  it.each(['xlsx', 'docx'] as const)('the monitoring form as .%s says what is stored', async (format) => {
    const bytes = await exported('monitoringForm', format);
    const { status, body } = await reportFile(clerk, `监控表.${format}`, bytes, true);
    expect([status, body.changes]).toEqual([200, []]);
    expect(body).toMatchObject({ projects: 1, results: 4, changeCount: 0 });
  });

  it('a form that shows an amount rounded leaves the stored one as it is', async () => {
    const projects = [{ name: '援助', expenditureFen: 19_999_901 }];
    expect((await clerk.post(`/rounds/${YEAR}/12/reports`, { projects })).status).toBe(200);
    const { body } = await reportFile(clerk, '监控表.docx', await exported('monitoringForm', 'docx', '援助'), true);
    expect(body.changes).toEqual([]);
  });

  it('a result that was written over in it is reported, and nothing else', async () => {
    const changed = await written(await exported('monitoringForm', 'xlsx'), '50个', '51个');
    const { body } = await reportFile(clerk, '监控表.xlsx', changed, false);
    expect(body.changes).toEqual([
      expect.objectContaining({ indicator: '培训场次', field: 'result', at: expect.stringContaining('!') }),
    ]);
    const again = await reportFile(clerk, '监控表.xlsx', changed, true);
    expect(again.body.changeCount).toBe(0);
  });

  it('the form of self-evaluation says what is drafted, in both formats', async () => {
    await county.lockDecember();
    await county.openYear();
    for (const format of ['xlsx', 'docx'] as const) {
      const { status, body } = await forms(
        clerk,
        `自评表.${format}`,
        await exported('selfEvaluationForm', format),
        true,
      );
      expect([status, body.saved]).toEqual([200, false]);
      expect(body.forms).toEqual([expect.objectContaining({ projectName: '普法', changes: [] })]);
    }
  });

  it('what was written over in it is saved, scored by the rules, and audited as any other save', async () => {
    const bytes = await written(await exported('selfEvaluationForm', 'xlsx'), '62.73万元', '75.276万元');
    const { body } = await forms(clerk, '自评表.xlsx', bytes, false);
    expect(body).toMatchObject({ saved: true, forms: [{ projectName: '普法', changes: ['培训成本'] }] });
    const { leaves, scores } = await county.read('普法');
    const cost = leaves.find(({ name }) => name === '培训成本');
    expect(cost?.value).toBe(75.276);
    // R33: 62.73 ÷ 75.276 = 83.33 % of its weight.
    const points = scores.unit.leaves[cost?.id ?? '']?.points;
    expect(points).toBeCloseTo((cost?.weight ?? 0) * (62.73 / 75.276), 2);
  });

  it('a cell that cannot be read is named, and nothing of the file is saved', async () => {
    const bytes = await written(await exported('selfEvaluationForm', 'xlsx'), '51个', '不少');
    const { status, body } = await forms(clerk, '自评表.xlsx', bytes, false);
    expect([status, body.code]).toEqual([422, 'evaluation-forms-refused']);
    expect(body.issues).toEqual([
      expect.objectContaining({ code: 'result-unreadable', path: expect.stringMatching(/!F\d+$/) }),
    ]);
    expect((await county.read('普法')).leaves.find(({ name }) => name === '培训场次')?.value).toBe(51);
  });

  it('is taken from those who fill it in alone, and of projects within their reach', async () => {
    const bytes = await exported('selfEvaluationForm', 'xlsx');
    expect((await forms(county.people.finance, '自评表.xlsx', bytes, true)).status).toBe(403);
    const foreign = await forms(county.people.court, '自评表.xlsx', bytes, true);
    expect(foreign.body.issues).toEqual([expect.objectContaining({ code: 'evaluation-form-unknown' })]);
  });

  it('the other form, or another document, is refused by what it is', async () => {
    const other = await forms(clerk, '监控表.docx', await exported('monitoringForm', 'docx'), true);
    expect(other.body.code).toBe('evaluation-form-missing');
  });
});

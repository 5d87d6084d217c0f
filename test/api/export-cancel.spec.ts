import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { WriteExport } from '../../apps/api/src/features/exports/application/write-export.js';
import type { ExportAccepted } from '../../apps/api/src/features/exports/http/exports.dto.js';
import { ExportHandler } from '../../apps/api/src/features/exports/jobs/export.handler.js';
import type { JobView } from '../../apps/api/src/features/jobs/http/jobs.dto.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { Pace } from '../../apps/api/src/platform/runtime/pace.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { Gate } from '../support/job-rig.js';
import { addLargeYear } from '../support/large-year.js';
import { PaperDesk } from '../support/paper-desk.js';
import { describeBackends } from '../support/services.js';

const SIZE = { year: 2023, month: 6, projects: 300, indicatorsEach: 2 };
const FORMS = { kind: 'monitoringForm', year: SIZE.year, month: SIZE.month, format: 'xlsx' } as const;
const EVIDENCE = { kind: 'evidence', year: SIZE.year } as const;
const MINUTE = 60_000;

/** Stops once after so many projects, tells how far it is, and goes on when it is let. */
class HeldPace extends Pace {
  readonly reached = new Gate();
  readonly let = new Gate();
  private figures = { done: 0, total: 0 };
  private held = false;

  constructor(
    private readonly after: number,
    private readonly tell: (done: number, total: number) => Promise<void>,
  ) {
    super({});
  }

  override readonly report = (done: number, total: number): void => {
    this.figures = { done, total };
  };

  override async breathe(): Promise<void> {
    const { done, total } = this.figures;
    if (this.held || done < this.after) return;
    this.held = true;
    await this.tell(done, total);
    this.reached.open();
    await this.let.passed;
    await this.tell(done, total);
  }
}

describeBackends('Cancelling an export that is being written', (backend) => {
  let api: TestApi;
  let desk: PaperDesk;
  let finance: Visitor;
  let other: Visitor;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('other', 'clerk', '336001');
    finance = await api.as('finance');
    other = await api.as('other');
    desk = new PaperDesk(api);
    await addLargeYear(desk.uow, await organisationId(finance, '336001'), SIZE);
  }, MINUTE);
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => api.close());

  /** The next export stops after so many projects. */
  function holding(after: number): Promise<HeldPace> {
    const writer = api.app.get(WriteExport, { strict: false });
    return new Promise((resolve) => {
      jest.spyOn(api.app.get(ExportHandler, { strict: false }), 'handle').mockImplementationOnce((job) => {
        const pace = new HeldPace(after, job.progress);
        resolve(pace);
        return writer.run(job.payload, pace);
      });
    });
  }

  async function begun(input: object, after: number): Promise<ExportAccepted & { readonly pace: HeldPace }> {
    const starting = holding(after);
    const { status, body } = await desk.ask(finance, input);
    expect(status).toBe(202);
    const pace = await starting;
    await pace.reached.passed;
    return { ...body, pace };
  }

  const anyProject = async (): Promise<string> => (await desk.uow.reader.findOneByOrFail(Project, {})).id;
  const job = async (id: string): Promise<JobView> => (await finance.get<JobView>(`/jobs/${id}`)).body;

  it.each([
    ['forms', FORMS, 120, { ending: '.xlsx', papers: SIZE.projects }],
    // One of a single project: what all of them take is no news.
    ['evidence', EVIDENCE, 60, { ending: '.pdf', papers: 1 }],
  ])(
    'ends it as cancelled and leaves nothing of it, and the next one is whole: %s',
    async (_what, input, after, { ending, papers }) => {
      const before = (await desk.papers()).length;
      const { exportId, jobId, pace } = await begun(input, after);
      expect(await job(jobId)).toMatchObject({ status: 'running', done: after, total: SIZE.projects, mayCancel: true });
      expect(await desk.view(finance, exportId)).toMatchObject({ state: 'running', done: after, file: null });
      expect(desk.scratch()).toHaveLength(1);
      // What of it is in the ledger already was never given out, and nobody is told of it.
      const entered = (await desk.papers()).filter((paper) => paper.exportId === exportId);
      expect(entered.length).toBeGreaterThan(0);
      for (const { code } of entered.slice(0, 1)) expect((await finance.get(`/papers/${code}`)).status).toBe(404);

      expect((await other.post(`/jobs/${jobId}/cancel`)).status).toBe(404);
      expect((await finance.post(`/jobs/${jobId}/cancel`)).status).toBe(200);
      pace.let.open();
      expect(await desk.settled(jobId)).toBe('cancelled');
      expect(await desk.view(finance, exportId)).toMatchObject({ state: 'cancelled', file: null, sha256: null });
      const { status, body } = await finance.get<Refusal>(`/exports/${exportId}/file`);
      expect([status, body.code]).toEqual([409, 'export-unfinished']);
      expect(await desk.traces(exportId)).toMatchObject({ papers: 0, forms: 0, stored: 0, scratch: [] });
      expect(await desk.papers()).toHaveLength(before);

      const again = await desk.written(finance, papers === 1 ? { ...input, projectId: await anyProject() } : input);
      expect(again).toMatchObject({ state: 'finished', projects: papers, papers });
      const members = Object.keys(unzipSync(await desk.file(finance, again.id)));
      expect(members.filter((name) => name.endsWith(ending))).toHaveLength(papers);
      expect(await desk.traces(again.id)).toMatchObject({ papers, forms: papers, stored: 1, scratch: [] });
      expect((await finance.delete(`/exports/${exportId}`)).status).toBe(204);
    },
    3 * MINUTE,
  );
});

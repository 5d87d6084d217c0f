import { afterAll, beforeAll, it } from '@jest/globals';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { TestApi, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { addLargeYear } from '../support/large-year.js';
import { describeBackends } from '../support/services.js';
import { compare, fastest } from './measure.js';

const SIZE = { year: 2023, month: 6, projects: 2_000, indicatorsEach: 9 };
const RUNS = 3;
const CHUNK = 1_000;

describeBackends('bench: recomputing a round', (backend) => {
  let api: TestApi;
  let finance: Visitor;
  let uow: UnitOfWork;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    finance = await api.as('finance');
    uow = api.app.get(UnitOfWork, { strict: false });
    await addLargeYear(uow, await organisationId(finance, '336001'), SIZE);
  });
  afterAll(() => api.close());

  const recompute = async (): Promise<void> => {
    const { jobId } = (await finance.post<{ jobId: string }>('/rounds/2023/6/recompute')).body;
    const status = await api.app.get(JobQueue, { strict: false }).settled(jobId, 300_000);
    if (status !== 'succeeded') throw new Error(`The recompute ended as ${status}`);
  };

  /** What any way of doing it has to move: the rows it depends on in, the rows of the lights out. */
  const moveRows = async (): Promise<void> => {
    const reader = uow.reader;
    for (const entity of [TargetVersion, Indicator, ReportedExpenditure]) await reader.find(entity);
    const lights = await reader.find(ProjectLight);
    await uow.run(async (manager) => {
      await manager.query('delete from project_light');
      for (let at = 0; at < lights.length; at += CHUNK)
        await insertRows(manager, ProjectLight, lights.slice(at, at + CHUNK));
    });
  };

  it(`${SIZE.projects} projects with ${SIZE.indicatorsEach} indicators`, async () => {
    const work = await fastest(RUNS, recompute);
    const floor = await fastest(RUNS, moveRows);
    compare(`recompute ${SIZE.projects}×${SIZE.indicatorsEach} on ${backend.name}`, work, floor, 3);
  }, 600_000);
});

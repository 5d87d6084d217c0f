import { afterAll, beforeAll, it } from '@jest/globals';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import type { SealCheckState } from '../../apps/api/src/features/seals/http/seals.dto.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { TestApi, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { addLargeYear } from '../support/large-year.js';
import { describeBackends } from '../support/services.js';
import { compare, fastest } from './measure.js';

const SIZE = { year: 2023, month: 6, projects: 3_000, indicatorsEach: 10 };
const RUNS = 3;

const SIZES = `select count(*) as parts, sum(characters) as characters, sum(length(content)) as bytes from round_seal_part`;

describeBackends('bench: sealing a round', (backend) => {
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
    await succeeded((await finance.post<{ jobId: string }>('/rounds/2023/6/recompute')).body.jobId);
  }, 300_000);
  afterAll(() => api.close());

  const succeeded = async (jobId: string): Promise<void> => {
    const status = await api.app.get(JobQueue, { strict: false }).settled(jobId, 300_000);
    if (status !== 'succeeded') throw new Error(`Job ${jobId} ended as ${status}`);
  };

  /** What any way of sealing has to read: the lights, and the targets that they have to be up with. */
  const readAll = async (): Promise<void> => {
    await uow.reader.find(ProjectLight);
    await uow.reader.find(Indicator);
  };

  it(`${SIZE.projects} projects with ${SIZE.indicatorsEach} indicators`, async () => {
    const floor = await fastest(RUNS, readAll);
    const title = `${SIZE.projects}×${SIZE.indicatorsEach} on ${backend.name}`;
    // So many projects are locked by a job.
    const lock = async (): Promise<void> => {
      const { body } = await finance.post<{ jobId: string }>('/rounds/2023/6/lock', { asTheyStand: true });
      await succeeded(body.jobId);
    };
    compare(`lock and seal ${title}`, await fastest(1, lock), floor, 7);
    const [sizes] = await uow.reader.query<{ parts: number; characters: number; bytes: number }[]>(SIZES);
    process.stdout.write(`${sizes?.parts} parts, ${sizes?.characters} characters, ${sizes?.bytes} bytes stored\n`);
    const verify = async (): Promise<void> => {
      const { jobId } = (await finance.post<{ jobId: string }>('/rounds/2023/6/seals/check')).body;
      await succeeded(jobId);
      const { last } = (await finance.get<SealCheckState>('/rounds/2023/6/seals/check')).body;
      if (last?.intact !== true || last.projects !== SIZE.projects) throw new Error(JSON.stringify(last).slice(0, 500));
    };
    compare(`verify ${title}`, await fastest(RUNS, verify), floor, 12);
  }, 600_000);
});

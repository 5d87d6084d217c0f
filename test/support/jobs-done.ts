import { In } from 'typeorm';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { UNENDED } from '../../apps/api/src/platform/jobs/job-rows.repository.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import type { TestApi } from './api.js';
import { until } from './job-rig.js';

/** Until no job is left, so that rows which are counted are those of the test alone. */
export async function jobsAreDone({ app }: Pick<TestApi, 'app'>): Promise<void> {
  const { reader } = app.get(UnitOfWork, { strict: false });
  const where = { status: In([...UNENDED]) };
  await until(async () => (await reader.countBy(JobRun, where)) === 0, 'all jobs are done', 60_000);
}

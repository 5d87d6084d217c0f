import { jest } from '@jest/globals';
import { JudgeProjects } from '../../apps/api/src/features/monitoring/application/judge-projects.js';
import { DomainError } from '../../apps/api/src/platform/runtime/domain-error.js';
import type { TestApi } from './api.js';

/** What `work` stores is stored, and the jobs that would judge it die at once. */
export async function whileJudgingFails<T>({ app }: TestApi, work: () => Promise<T>): Promise<T> {
  const judging = jest
    .spyOn(app.get(JudgeProjects, { strict: false }), 'run')
    .mockRejectedValue(new DomainError('not-found'));
  try {
    return await work();
  } finally {
    judging.mockRestore();
  }
}

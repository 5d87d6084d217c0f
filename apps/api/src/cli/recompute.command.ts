import type { Command } from 'commander';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, yearOption, type RoundOptions } from './options.js';
import { note, print, printJson } from './output.js';

/** `recompute`: computes every light of a round anew and waits for it. */
export function addRecomputeCommand(program: Command): void {
  program
    .command('recompute')
    .description('compute every light of a round anew and wait for it; opens the round where there is none')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(jsonOption())
    .action(async ({ year, month, json }: RoundOptions) => {
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { LightsDocumentQuery, RequestRecompute } = await import('../features/monitoring/index.js');
      const { JobQueue } = await import('../platform/jobs/job-queue.js');
      const { openMissingRound } = await import('./open-missing-round.js');
      const result = await withProgram({ runJobs: true }, async (app) => {
        await openMissingRound(app, year, month);
        const { jobId } = await app.get(RequestRecompute).run(OPERATOR, { year, month });
        const status = await app.get(JobQueue).settled(jobId);
        const { rulePack, projects } = await app.get(LightsDocumentQuery).run(OPERATOR, year, month);
        return { year, month, rulePack, jobId, status, projects: projects.length };
      });
      if (json) printJson(result);
      else print(`${year}-${month}: ${result.projects} projects, ${result.status}`);
      if (result.status === 'succeeded') return;
      note(`jixiao: the recompute ended as ${result.status}; see the jobs page`);
      throw new AlreadyTold();
    });
}

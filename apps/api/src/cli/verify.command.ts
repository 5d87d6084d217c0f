import type { Command } from 'commander';
import type { Verification } from '../features/monitoring/index.js';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, yearOption } from './options.js';
import { note, print, printJson } from './output.js';

interface Options {
  readonly year?: number;
  readonly month?: number;
  readonly json?: boolean;
}

/** `verify`: judges stored lights again from their own stored inputs (R49). */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('compute every stored light again from its stored inputs and report what differs')
    .addOption(yearOption())
    .addOption(monthOption())
    .addOption(jsonOption())
    .action(async ({ year, month, json }: Options) => {
      const rounds = await verifyRounds(year, month);
      if (json) printJson({ rounds });
      else for (const round of rounds) print(summary(round));
      const deviations = rounds.reduce((sum, round) => sum + round.deviations.length, 0);
      if (deviations === 0) return;
      note(`jixiao: ${deviations} lights differ from what their stored inputs give`);
      throw new AlreadyTold();
    });
}

async function verifyRounds(year: number | undefined, month: number | undefined): Promise<readonly Verification[]> {
  const { withProgram } = await import('./with-app.js');
  const { VerifyRoundQuery } = await import('../features/monitoring/index.js');
  const { RoundRepository } = await import('../features/reporting/index.js');
  const { UnitOfWork } = await import('../platform/database/unit-of-work.js');
  return withProgram({ runJobs: false }, async (app) => {
    const all = await app.get(RoundRepository).list(app.get(UnitOfWork).reader, year);
    const chosen = all.filter((round) => month === undefined || round.month === month);
    const rounds: Verification[] = [];
    for (const round of chosen) rounds.push(await app.get(VerifyRoundQuery).run(round.year, round.month));
    return rounds;
  });
}

const summary = ({ year, month, projects, deviations }: Verification): string =>
  [
    `${year}-${month}: ${projects} projects, ${deviations.length} differ`,
    ...deviations.map(({ code, name, differs }) => `  ${code ?? '—'} ${name}: ${differs.join(', ')}`),
  ].join('\n');

import { CommanderError } from 'commander';
import { tellFailure } from './cli/failure.js';
import { buildProgram } from './cli/program.js';

/** Exit codes that other programs rely on: 0 done, 1 refused, 2 wrong usage. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    await tellFailure(error);
    return 1;
  }
}

process.exitCode = await run(process.argv);

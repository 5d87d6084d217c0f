import type { Command } from 'commander';
import type { RoundView } from '../features/reporting/index.js';
import { dayOption, jsonOption, monthOption, yearOption, type RoundOptions } from './options.js';
import { print, printJson } from './output.js';

type LockCommandOptions = RoundOptions & { readonly asTheyStand?: boolean };
type OpenOptions = RoundOptions & { readonly opens: string; readonly closes: string };

/** A large county's lights may first have to be judged, which a command waits for. */
const LOCK_PATIENCE_MS = 30 * 60_000;

/** `round open` and `round lock`. */
export function addRoundCommands(program: Command): void {
  const round = program.command('round').description('open and lock monitoring rounds');
  round
    .command('open')
    .description('open a round for all units')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(dayOption('--opens <day>', 'first reporting day').makeOptionMandatory())
    .addOption(dayOption('--closes <day>', 'last reporting day').makeOptionMandatory())
    .addOption(jsonOption())
    .action(openRound);
  round
    .command('lock')
    .description(
      'end a round, or end it again after corrections: its reports and lights stand from then on and are sealed',
    )
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .option('--as-they-stand', 'lock although reports are not accepted; those stay as they are')
    .addOption(jsonOption())
    .action(lockRound);
}

async function openRound({ year, month, opens, closes, json }: OpenOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { OpenRound } = await import('../features/reporting/index.js');
  const { WaitForLights } = await import('../features/monitoring/index.js');
  const round = await withProgram({ runJobs: true }, async (app) => {
    const opened = await app.get(OpenRound).run(OPERATOR, { year, month, opensOn: opens, closesOn: closes });
    await app.get(WaitForLights).run(year);
    return opened;
  });
  if (json) printJson(round);
  else print(`${year}-${month}: ${windowOf(round)}`);
}

/** Until when a round is open, and from when where its first day is still to come. */
const windowOf = ({ status, opensOn, closesOn }: RoundView): string =>
  status === 'notOpen' ? `opens on ${opensOn}, until ${closesOn}` : `open until ${closesOn}`;

async function lockRound({ year, month, asTheyStand = false, json }: LockCommandOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { LockWhenComputed } = await import('../features/monitoring/index.js');
  const round = await withProgram({ runJobs: true }, (app) =>
    app.get(LockWhenComputed).run(OPERATOR, year, month, { asTheyStand, patienceMs: LOCK_PATIENCE_MS }),
  );
  if (json) printJson(round);
  else print(`${year}-${month}: locked`);
}

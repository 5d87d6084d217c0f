import { Option, type Command } from 'commander';
import { importTreasury, type TreasuryImportOptions } from './import-treasury.js';
import { jsonOption, monthOf, yearOption } from './options.js';

/** `actuals import`: takes in figures of many projects at once from a file. */
export function addActualsCommands(program: Command): void {
  const actuals = program.command('actuals').description('expenditure and results of many projects at once');
  actuals
    .command('import')
    .description('take a file of figures in, all or nothing')
    .argument('<file>', '.csv or .xlsx (see docs/treasury-files.md)')
    .addOption(yearOption().makeOptionMandatory())
    .requiredOption('--treasury', 'figures of the treasury (国库), which count before those of the units')
    .addOption(
      new Option('--basis <basis>', 'what the treasury amounts are, where the file does not say').choices([
        'cumulative',
        'monthly',
      ]),
    )
    .addOption(new Option('--from <month>', 'first month that monthly amounts cover').argParser(monthOf))
    .addOption(new Option('--to <month>', 'last month that monthly amounts cover').argParser(monthOf))
    .option('--dry-run', 'only show what would change')
    .addOption(jsonOption())
    .action((path: string, options: TreasuryImportOptions) => importTreasury(path, options));
}

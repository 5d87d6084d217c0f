import { Option, type Command } from 'commander';
import { importReport, type ReportImportOptions } from './import-report.js';
import { importTreasury, type TreasuryImportOptions } from './import-treasury.js';
import { jsonOption, monthOf, monthOption, unitOption, yearOption } from './options.js';
import { writeTemplateFile, type TemplateOptions } from './write-template.js';

type ImportOptions = Omit<ReportImportOptions, 'month'> &
  TreasuryImportOptions & { readonly month?: number; readonly treasury?: boolean };

/** `actuals template` and `actuals import`: figures of many projects at once, by file. */
export function addActualsCommands(program: Command): void {
  const actuals = program.command('actuals').description('expenditure and results of many projects at once');
  actuals
    .command('template')
    .description('write the workbook in which units fill a round in, with what is stored')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(unitOption('only the projects of this unit and those below it'))
    .requiredOption('-o, --output <file>', '.xlsx file to write')
    .addOption(jsonOption())
    .action((options: TemplateOptions) => writeTemplateFile(options));
  addImport(actuals);
}

function addImport(actuals: Command): void {
  actuals
    .command('import')
    .description('take a file of figures in, all or nothing')
    .argument('<file>', '.xlsx, .csv or .json (see docs/report-files.md, docs/treasury-files.md)')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().conflicts('treasury'))
    .addOption(
      new Option(
        '--annotate [file]',
        'where it is refused, write the sheet with the errors in it; FILE.errors.xlsx if not said',
      ).conflicts('treasury'),
    )
    .option('--treasury', 'figures of the treasury (国库), which count before those of the units')
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
    .action((path: string, { treasury, month, ...options }: ImportOptions, command: Command) => {
      if (treasury) return importTreasury(path, options);
      if (month === undefined) return command.error("error: required option '--month <month>' not specified");
      return importReport(path, { ...options, month });
    });
}

import { Command } from 'commander';
import { appVersion } from '../config/app-version.js';
import { addActualsCommands } from './actuals.command.js';
import { addAuditCommands } from './audit.command.js';
import { addDatabaseCommands } from './database.commands.js';
import { addDemoCommands } from './demo.command.js';
import { addExportCommands } from './export.command.js';
import { addImportCommand } from './import.command.js';
import { addImportsCommands } from './imports.command.js';
import { addLightsCommand } from './lights.command.js';
import { addOrganisationCommands } from './organisation.command.js';
import { addPapersCommands } from './papers.command.js';
import { addParseCommand } from './parse.command.js';
import { addParseValueCommand } from './parse-value.command.js';
import { addRecomputeCommand } from './recompute.command.js';
import { addReportCommand } from './report.command.js';
import { addRoundCommands } from './round.command.js';
import { addRulesCommands } from './rules.command.js';
import { addTokenCommands } from './token.command.js';
import { addUserCommands } from './user.command.js';
import { addVerifyCommand } from './verify.command.js';

/** All operator commands. Each loads what it needs when it runs, so that the help and the parsers start at once. */
export function buildProgram(): Command {
  const program = new Command('jixiao')
    .description('Budget-performance monitoring (预算绩效运行监控): operator commands')
    .version(appVersion())
    .showHelpAfterError('(jixiao COMMAND --help explains)')
    .exitOverride();
  addParseCommand(program);
  addParseValueCommand(program);
  addImportCommand(program);
  addImportsCommands(program);
  addReportCommand(program);
  addActualsCommands(program);
  addRecomputeCommand(program);
  addLightsCommand(program);
  addExportCommands(program);
  addPapersCommands(program);
  addRoundCommands(program);
  addRulesCommands(program);
  addVerifyCommand(program);
  addAuditCommands(program);
  addOrganisationCommands(program);
  addUserCommands(program);
  addTokenCommands(program);
  addDatabaseCommands(program);
  addDemoCommands(program);
  return program;
}

import { text } from 'node:stream/consumers';
import { ROLES, type Role } from '@jixiao/domain';
import { Option, type Command } from 'commander';
import { jsonOption } from './options.js';
import { print, printJson } from './output.js';

interface PasswordOptions {
  readonly passwordStdin?: boolean;
  readonly permanent?: boolean;
  readonly json?: boolean;
}
interface AddOptions extends PasswordOptions {
  readonly role: Role;
  readonly organisation: string;
  readonly name?: string;
}

const STDIN_OPTION = '--password-stdin';
const STDIN_HELP = 'read the password from standard input; without it one is made and printed once';
const PERMANENT_OPTION = '--permanent';
const PERMANENT_HELP = 'the person need not choose another password at the first sign-in';

/** `user add` and `user password`. Passwords never stand on the command line, where other users of the machine see them. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('accounts');
  user
    .command('add')
    .description('add a person with a role at an organisation')
    .argument('<username>')
    .addOption(new Option('--role <role>', 'role').choices([...ROLES]).makeOptionMandatory())
    .requiredOption('--organisation <code>', 'code of the organisation at which the role is held')
    .option('--name <name>', 'name as shown; the user name where left out')
    .option(STDIN_OPTION, STDIN_HELP)
    .option(PERMANENT_OPTION, PERMANENT_HELP)
    .addOption(jsonOption())
    .action(addUser);
  user
    .command('password')
    .description('set the password of a person, which ends all sessions of the account')
    .argument('<username>')
    .option(STDIN_OPTION, STDIN_HELP)
    .option(PERMANENT_OPTION, PERMANENT_HELP)
    .addOption(jsonOption())
    .action(changePassword);
}

async function addUser(username: string, options: AddOptions): Promise<void> {
  const password = await passwordOf(options);
  const { withProgram } = await import('./with-app.js');
  const { AddUser } = await import('../features/identity/index.js');
  const { role, organisation: organisationCode, name: displayName = username } = options;
  const mustChangePassword = options.permanent !== true;
  const person = { username, displayName, password: password.text, mustChangePassword, addedBy: 'cli' };
  await withProgram({ runJobs: false }, (app) =>
    app.get(AddUser).execute({ ...person, roles: [{ role, organisationCode }] }),
  );
  tell(username, password, options);
}

async function changePassword(username: string, options: PasswordOptions): Promise<void> {
  const password = await passwordOf(options);
  const { withProgram } = await import('./with-app.js');
  const { ChangePassword } = await import('../features/identity/index.js');
  const mustChange = options.permanent !== true;
  await withProgram({ runJobs: false }, (app) =>
    app.get(ChangePassword).execute(username, password.text, 'cli', { mustChange }),
  );
  tell(username, password, options);
}

interface Password {
  readonly text: string;
  readonly isMade: boolean;
}

async function passwordOf({ passwordStdin = false }: PasswordOptions): Promise<Password> {
  if (passwordStdin) return { text: (await text(process.stdin)).replace(/\r?\n$/, ''), isMade: false };
  const { firstPassword } = await import('../features/identity/index.js');
  return { text: firstPassword(), isMade: true };
}

function tell(username: string, password: Password, { json }: PasswordOptions): void {
  const shown = password.isMade ? { password: password.text } : {};
  if (json) return printJson({ username, ...shown });
  print(password.isMade ? `${username}  ${password.text}` : username);
}

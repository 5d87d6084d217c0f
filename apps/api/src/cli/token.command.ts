import { isForTokens, TOKEN_PERMISSIONS, type TokenPermission } from '@jixiao/domain';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { jsonOption } from './options.js';
import { print, printJson } from './output.js';

interface JsonOptions {
  readonly json?: boolean;
}
interface AddOptions extends JsonOptions {
  readonly organisation: string;
  readonly permission: readonly TokenPermission[];
  readonly days: number;
}

const MAX_DAYS = 731;

const days = (text: string): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MAX_DAYS) return value;
  throw new InvalidArgumentError(`Days are a whole number from 1 to ${MAX_DAYS}.`);
};

/** `token add`, `token list` and `token revoke`: what machines sign their requests with. */
export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('tokens for machines that use the API');
  token
    .command('add')
    .description('make a token and print it, this once')
    .argument('<name>', 'the machine or program that gets it')
    .requiredOption('--organisation <code>', 'code of the organisation where its permissions hold')
    .addOption(
      new Option('--permission <permission...>', 'what it may do').choices(TOKEN_PERMISSIONS).makeOptionMandatory(),
    )
    .addOption(new Option('--days <days>', 'how long it is good').argParser(days).default(365))
    .addOption(jsonOption())
    .action(addToken);
  token.command('list').description('all tokens, without their secrets').addOption(jsonOption()).action(listTokens);
  token
    .command('revoke')
    .description('end a token at once')
    .argument('<name>', 'its name or id')
    .addOption(jsonOption())
    .action(revokeToken);
}

async function addToken(name: string, options: AddOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { ManageTokens, OrganisationDirectory } = await import('../features/identity/index.js');
  const { DomainError } = await import('../platform/runtime/domain-error.js');
  const added = await withProgram({ runJobs: false }, async (app) => {
    const { organisation, permission: permissions, days: lasting } = options;
    const place = await app.get(OrganisationDirectory).byCode(organisation);
    if (place === null) throw new DomainError('organisation-unknown', { organisation });
    const wanted = { name, organisationId: place.id, permissions, days: lasting };
    return app.get(ManageTokens).add(OPERATOR, wanted, null);
  });
  const { id, expiresAt } = added.token;
  if (options.json) return printJson({ id, name, expiresAt, token: added.text });
  print(added.text);
}

async function listTokens({ json }: JsonOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { ManageTokens } = await import('../features/identity/index.js');
  const shown = await withProgram({ runJobs: false }, (app) => app.get(ManageTokens).list(OPERATOR));
  const tokens = shown.map(({ token, organisationName }) => ({
    id: token.id,
    name: token.name,
    organisation: organisationName,
    permissions: token.permissions.filter(isForTokens),
    expiresAt: token.expiresAt,
    lastUsedAt: token.lastUsedAt,
    revokedAt: token.revokedAt,
  }));
  if (json) return printJson({ tokens });
  for (const { name, organisation, permissions, expiresAt, revokedAt } of tokens) {
    const state = revokedAt === null ? `until ${expiresAt.slice(0, 10)}` : `revoked ${revokedAt.slice(0, 10)}`;
    print(`${name}  ${organisation}  ${permissions.join(' ')}  ${state}`);
  }
}

async function revokeToken(name: string, { json }: JsonOptions): Promise<void> {
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { ManageTokens } = await import('../features/identity/index.js');
  await withProgram({ runJobs: false }, (app) => app.get(ManageTokens).revoke(OPERATOR, name, null));
  if (json) printJson({ revoked: name });
}

import type { Command } from 'commander';
import type { ChainVerification, SealFinding, SealVerification } from '../features/seals/index.js';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, yearOption } from './options.js';
import { note, operatorLocale, print, printJson } from './output.js';

interface Options {
  readonly year?: number;
  readonly month?: number;
  readonly json?: boolean;
}

/** A finding with its sentence. */
type Told = SealFinding & { readonly message: string };
interface Verified {
  readonly chain: Omit<ChainVerification, 'findings'> & { readonly findings: readonly Told[] };
  readonly rounds: readonly (Omit<SealVerification, 'findings'> & { readonly findings: readonly Told[] })[];
}

/** `verify`: locked rounds against their seals, and every stored light against what its inputs give (R49). */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('verify locked rounds against their seals and compute every stored light again from its inputs')
    .addOption(yearOption())
    .addOption(monthOption())
    .addOption(jsonOption())
    .action(async ({ year, month, json }: Options) => {
      const verified = await verify(year, month);
      if (json) printJson(verified);
      else for (const line of summary(verified)) print(line);
      const { chain, rounds } = verified;
      const deviations = rounds.reduce((sum, round) => sum + round.deviations.length, 0);
      const [first] = [...chain.findings, ...rounds.flatMap(({ findings }) => findings)];
      if (deviations === 0 && first === undefined) return;
      if (deviations > 0) note(`jixiao: ${deviations} lights differ from what their stored inputs give`);
      if (first !== undefined) note(`jixiao: not as sealed: ${first.message}`);
      throw new AlreadyTold();
    });
}

async function verify(year: number | undefined, month: number | undefined): Promise<Verified> {
  const { withProgram } = await import('./with-app.js');
  const { findingParams, VerifySealsQuery } = await import('../features/seals/index.js');
  const { RoundRepository } = await import('../features/reporting/index.js');
  const { UnitOfWork } = await import('../platform/database/unit-of-work.js');
  const { MessageCatalogue } = await import('../platform/http/message-catalogue.js');
  return withProgram({ runJobs: false }, async (app) => {
    const catalogue = app.get(MessageCatalogue);
    const told = <T extends { readonly findings: readonly SealFinding[] }>(result: T) => ({
      ...result,
      findings: result.findings.map((each): Told => {
        const problem = { code: each.code, params: findingParams(each) };
        return { ...each, message: catalogue.sentence(problem, operatorLocale()) };
      }),
    });
    const all = await app.get(RoundRepository).list(app.get(UnitOfWork).reader, year);
    const chosen = all.filter((round) => month === undefined || round.month === month);
    const seals = app.get(VerifySealsQuery);
    const chain = told(await seals.chain());
    const rounds: Verified['rounds'][number][] = [];
    for (const round of chosen) rounds.push(told(await seals.round(round.year, round.month)));
    return { chain, rounds };
  });
}

const summary = ({ chain, rounds }: Verified): readonly string[] => [
  `seals: ${chain.seals}${chain.findings.length === 0 ? ', unbroken' : ''}`,
  ...chain.findings.map(({ message }) => `  ${message}`),
  ...rounds.flatMap(roundLines),
];

const roundLines = ({
  year,
  month,
  status,
  projects,
  deviations,
  seals,
  reopened,
  findings,
}: Verified['rounds'][number]) => [
  `${year}-${month}: ${projects} projects, ${deviations.length} differ from their inputs, ${findings.length} findings`,
  ...(status === 'locked' && seals.length === 0 ? ['  no seal: locked before seals were kept'] : []),
  ...seals.map(({ version, hash, intact }) => `  seal ${version} ${hash}: ${intact ? 'intact' : 'NOT AS SEALED'}`),
  ...findings.map(({ message }) => `  ${message}`),
  ...deviations.map(({ code, name, differs }) => `  ${code ?? '—'} ${name}: ${differs.join(', ')}`),
  ...reopened.map(({ code, name }) => `  reopened: ${code ?? '—'} ${name}`),
];

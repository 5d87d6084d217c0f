import type { Command } from 'commander';
import type { ChainVerification, SealFinding, SealVerification } from '../features/seals/index.js';
import type { EvaluationFinding, VerifiedEvaluations } from '../features/self-evaluation/index.js';
import { AlreadyTold } from './failure.js';
import { jsonOption, monthOption, yearOption } from './options.js';
import { note, operatorLocale, print, printJson } from './output.js';
import type { Program } from './with-app.js';

interface Options {
  readonly year?: number;
  readonly month?: number;
  readonly json?: boolean;
}

/** A finding with its sentence. */
type Told = SealFinding & { readonly message: string };
interface ToldEvaluations extends Omit<VerifiedEvaluations, 'findings'> {
  readonly findings: readonly (EvaluationFinding & { readonly message: string })[];
}
interface Verified {
  readonly chain: Omit<ChainVerification, 'findings'> & { readonly findings: readonly Told[] };
  readonly rounds: readonly (Omit<SealVerification, 'findings'> & { readonly findings: readonly Told[] })[];
  readonly evaluations: readonly ToldEvaluations[];
}

/**
 * `verify`: locked rounds and accepted self-evaluations against their seals, and every stored light and score against what its
 * inputs give (R49).
 */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      'verify locked rounds and self-evaluations against their seals and compute every light and score again',
    )
    .addOption(yearOption())
    .addOption(monthOption())
    .addOption(jsonOption())
    .action(async ({ year, month, json }: Options) => {
      const verified = await verify(year, month);
      if (json) printJson(verified);
      else for (const line of summary(verified)) print(line);
      const { chain, rounds, evaluations } = verified;
      const deviations = rounds.reduce((sum, round) => sum + round.deviations.length, 0);
      const [first] = [chain, ...rounds, ...evaluations].flatMap(
        ({ findings }): readonly { message: string }[] => findings,
      );
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
    return { chain, rounds, evaluations: month === undefined ? await verifiedEvaluations(app, year) : [] };
  });
}

/** The years whose self-evaluation is open; all of them where none is asked for. */
async function verifiedEvaluations(app: Program, year: number | undefined): Promise<ToldEvaluations[]> {
  const { evaluationFindingParams, EvaluationYearRepository, VerifyEvaluations } =
    await import('../features/self-evaluation/index.js');
  const { UnitOfWork } = await import('../platform/database/unit-of-work.js');
  const { MessageCatalogue } = await import('../platform/http/message-catalogue.js');
  const catalogue = app.get(MessageCatalogue);
  const opened = await app.get(EvaluationYearRepository).list(app.get(UnitOfWork).reader);
  const verified: ToldEvaluations[] = [];
  for (const each of opened.filter((row) => year === undefined || row.year === year)) {
    const { findings, ...result } = await app.get(VerifyEvaluations).run(each.year);
    const told = findings.map((finding) => {
      const problem = { code: finding.code, params: evaluationFindingParams(finding) };
      return { ...finding, message: catalogue.sentence(problem, operatorLocale()) };
    });
    verified.push({ ...result, findings: told });
  }
  return verified;
}

const summary = ({ chain, rounds, evaluations }: Verified): readonly string[] => [
  `seals: ${chain.seals}${chain.findings.length === 0 ? ', unbroken' : ''}`,
  ...chain.findings.map(({ message }) => `  ${message}`),
  ...rounds.flatMap(roundLines),
  ...evaluations.flatMap(evaluationLines),
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

const evaluationLines = ({ year, seals, accepted, findings }: ToldEvaluations) => [
  `self-evaluation ${year}: ${accepted} accepted, ${seals} seals, ${findings.length} findings`,
  ...findings.map(({ message }) => `  ${message}`),
];

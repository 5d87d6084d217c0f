import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { PaperCheck, PaperFinding, ReportPaperView } from '../features/exports/index.js';
import { AlreadyTold } from './failure.js';
import { jsonOption } from './options.js';
import { note, print, printJson } from './output.js';

/** `papers check`: whether a file is what the system gave out. */
export function addPapersCommands(program: Command): void {
  const papers = program.command('papers').description('papers that the system gave out');
  papers
    .command('check')
    .description('hold a document, or an archive of them, against the ledger of papers and what the system says now')
    .argument('<file>', 'a paper, or an archive of papers')
    .addOption(jsonOption())
    .action(check);
}

async function check(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const bytes = await readFile(file);
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { CheckPaper } = await import('../features/exports/index.js');
  const checked = await withProgram({ runJobs: false }, (app) =>
    app.get(CheckPaper).run(OPERATOR, { name: path.basename(file), bytes }, null),
  );
  if (json) printJson(checked);
  else for (const line of summary(checked)) print(line);
  const { exact, sameContent, ...others } = checked.counts;
  const wrong = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (wrong === 0 && exact + sameContent > 0) return;
  note('jixiao: not what the system gave out');
  throw new AlreadyTold();
}

const summary = ({ file, sha256, archive, findings }: PaperCheck): readonly string[] => [
  `${file}: sha256 ${sha256}`,
  ...(archive === null ? [] : [`  as a whole given out by ${archive.exportedBy} at ${archive.exportedAt}`]),
  ...findings.flatMap(findingLines),
];

const findingLines = ({
  member,
  verdict,
  code,
  paper,
  report,
  differences,
  since,
}: PaperFinding): readonly string[] => [
  `${member ?? 'it'}: ${verdict}${code === null ? '' : ` ${code}`}${givenOut(paper ?? report)}`,
  ...(report === null ? [] : [`  ${standing(report)}`]),
  ...differences.map(
    ({ projectName, label, said, stands }) => `  ${projectName} ${label}: ${shown(said)} → ${shown(stands)}`,
  ),
  ...since.map(
    ({ projectName, label, said, stands }) => `  since: ${projectName} ${label}: ${shown(said)} → ${shown(stands)}`,
  ),
];

const givenOut = (paper: Pick<ReportPaperView, 'exportedBy' | 'exportedAt'> | null): string =>
  paper === null ? '' : `, given out by ${paper.exportedBy} at ${paper.exportedAt}`;

function standing({ title, version, sealHash, now }: ReportPaperView): string {
  const then = `${title}, version ${version}, ${sealHash === null ? 'a draft then' : `sealed as ${sealHash}`}`;
  if (!now.superseded) return `${then}; the newest`;
  const sealed = now.sealedVersion === null ? 'none is sealed' : `version ${now.sealedVersion} is sealed`;
  return `${then}; since then version ${now.version} is the newest, ${sealed}`;
}

const shown = (text: string | null): string => text ?? '—';

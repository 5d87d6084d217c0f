import { InvalidArgumentError, Option, type Command } from 'commander';
import type { AuditFault, AuditVerdict } from '../features/audit/index.js';
import { AlreadyTold } from './failure.js';
import { jsonOption } from './options.js';
import { note, print, printJson } from './output.js';

interface Options {
  readonly expect?: string;
  readonly json?: boolean;
}

const HEAD = /^\d{1,10}:[0-9a-f]{64}$/i;

const headOption = (text: string): string => {
  if (HEAD.test(text)) return text;
  throw new InvalidArgumentError('The end of a trail is written SEQ:HASH, as verify prints it.');
};

/** `audit verify`: whether the audit trail is what was recorded. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the trail of who changed what');
  audit
    .command('verify')
    .description('walk the chain of the audit trail and name every entry that was changed, removed or added')
    .addOption(
      new Option('--expect <head>', 'end of the trail as an earlier verify printed it (SEQ:HASH)').argParser(
        headOption,
      ),
    )
    .addOption(jsonOption())
    .action(verify);
}

async function verify({ expect, json }: Options): Promise<void> {
  const { withProgram } = await import('./with-app.js');
  const { headText, notedHead, VerifyAudit } = await import('../features/audit/index.js');
  const verdict = await withProgram({ runJobs: false }, (app) =>
    app.get(VerifyAudit).run(expect === undefined ? null : notedHead(expect)),
  );
  const head = headText(verdict.head);
  if (json) printJson({ ...verdict, head });
  else print(summary(verdict, head));
  if (verdict.faultCount === 0) return;
  note(`jixiao: the audit trail is not what was recorded: ${verdict.faultCount} faults`);
  throw new AlreadyTold();
}

const summary = ({ entries, faultCount, faults }: AuditVerdict, head: string): string =>
  [
    ...faults.map((fault) => `  ${SENTENCES[fault.kind](fault)}`),
    ...(faultCount > faults.length ? [`  and ${faultCount - faults.length} more`] : []),
    `${entries} entries, ${faultCount === 0 ? 'intact' : `${faultCount} faults`}`,
    `head ${head}`,
  ].join('\n');

const SENTENCES: Readonly<Record<AuditFault['kind'], (fault: AuditFault) => string>> = {
  altered: (fault) => `${named(fault)}: altered, or the entry before it was replaced`,
  inserted: (fault) => `${named(fault)}: not written by the program`,
  removed: ({ from, to }) => (from === to ? `#${from}: removed` : `#${from} to #${to}: removed`),
  'head-wrong': (fault) => `${named(fault)}: is the last entry, but another one was written last`,
  'head-missing': () => 'the row that tells how long the trail was is missing',
  'not-as-expected': ({ from }) => `#${from}: the trail up to here is not the one that was noted`,
};

const named = ({ from, entry }: AuditFault): string =>
  entry === null ? `#${from}` : `#${from} ${entry.at} ${entry.actor} ${entry.action} ${entry.subject}`;

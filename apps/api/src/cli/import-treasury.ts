import type { TreasuryResult } from '../features/treasury/http/treasury.dto.js';
import type { DeliveryBasis } from '../features/treasury/persistence/treasury-delivery.entity.js';
import { DomainError } from '../platform/runtime/domain-error.js';
import { AlreadyTold } from './failure.js';
import { note, operatorLocale, print, printJson } from './output.js';
import { readFiles } from './read-files.js';

export interface TreasuryImportOptions {
  readonly year: number;
  readonly basis?: DeliveryBasis;
  readonly from?: number;
  readonly to?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `actuals import --treasury`: takes a file of treasury figures in, all of it or nothing, and waits for the lights.
 * @throws DomainError as `readTreasuryFile` and `TakeTreasuryFigures` do
 */
export async function importTreasury(path: string, options: TreasuryImportOptions): Promise<void> {
  const { year, dryRun = false, json } = options;
  const [file] = await readFiles([path]);
  if (file === undefined) throw new DomainError('no-files');
  const { OPERATOR, withProgram } = await import('./with-app.js');
  const { readTreasuryFile, TakeTreasuryFigures, takenView } = await import('../features/treasury/index.js');
  const { WaitForLights } = await import('../features/monitoring/index.js');
  const { messageCatalogue } = await import('../messages.js');
  const { delivery, ignoredColumns } = await readTreasuryFile(file, { ...options, channel: 'cli' });
  const taken = await withProgram({ runJobs: !dryRun }, async (app) => {
    const done = await app.get(TakeTreasuryFigures).run(OPERATOR, delivery, { allOrNothing: !dryRun, dryRun });
    if (!dryRun) await app.get(WaitForLights).run(year);
    return done;
  });
  const result = takenView(taken, messageCatalogue, operatorLocale(), ignoredColumns);
  if (json) printJson(result);
  else print(summary(result));
  for (const { at, code, text } of refused(result)) note(`jixiao: ${at} ${code}: ${text}`);
  // A script that tries a file first must learn from the exit code that it would be refused.
  if (result.counts.refused > 0) throw new AlreadyTold();
}

interface Told {
  readonly at: string;
  readonly code: string;
  readonly text: string;
}

const refused = ({ rows, faults }: TreasuryResult): readonly Told[] => [
  ...faults.map(({ at, code, problem }) => ({ at, code: code ?? '—', text: problem.message })),
  ...rows.flatMap(({ at, code, problem }) => (problem === null ? [] : [{ at, code, text: problem.message }])),
];

function summary({ deliveryId, counts, rows, ignoredColumns }: TreasuryResult): string {
  const lines = rows.flatMap(({ at, code, month, outcome, warnings }) => [
    ...(outcome === 'new' || outcome === 'changed' ? [`  ${outcome.padEnd(9)} ${code} ${month}`] : []),
    ...warnings.map(({ message }) => `  ! ${at} ${code} ${message}`),
  ]);
  const ignored = ignoredColumns.length === 0 ? [] : [`  columns passed over: ${ignoredColumns.join(', ')}`];
  const totals = `new ${counts.new}, changed ${counts.changed}, unchanged ${counts.unchanged}, refused ${counts.refused}, warnings ${counts.warnings}`;
  return [...lines, ...ignored, `${deliveryId === null ? 'Not saved' : 'Saved'}: ${totals}`].join('\n');
}

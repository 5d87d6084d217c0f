import { createHash } from 'node:crypto';
import { readTargetDocument } from '../../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import type { DeliveryBasis, DeliveryChannel } from '../../persistence/treasury-delivery.entity.js';
import type { Delivery } from '../delivery-types.js';
import { basisOf, FileRows, monthsOf } from './file-rows.js';
import { readFiguresSheet } from './sheet.js';

/** Largest delivery of one file, in projects and months. */
export const MAX_FILE_ROWS = 50_000;

export interface TreasuryFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TreasuryFileOptions {
  readonly year: number;
  /** Where the file does not tell by its labels. */
  readonly basis?: DeliveryBasis;
  /** First and last month of which monthly amounts are complete; the months that the file names where left out. */
  readonly from?: number;
  readonly to?: number;
  readonly channel: DeliveryChannel;
}

export interface ReadTreasuryFile {
  readonly delivery: Delivery;
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads a file of treasury figures (`.csv`, `.xlsx`; labels in docs/treasury-files.md) into a delivery. Rows that cannot be
 * read are kept as faults, so that a file is repaired in one go.
 * @throws DomainError what reading a document refuses, `treasury-header-missing`, `treasury-empty`, `basis-missing`,
 *   `basis-mixed` and `basis-contradicts` where nobody can tell whether the amounts are cumulative, `too-many-figures`
 */
export async function readTreasuryFile(file: TreasuryFile, options: TreasuryFileOptions): Promise<ReadTreasuryFile> {
  const reading: Reading = { basis: 'cumulative', sheet: null };
  const header = await readFiguresSheet(readTargetDocument(file.bytes, file.name), (found) => {
    reading.basis = requireBasis(basisOf(found), options.basis);
    reading.sheet = new FileRows(found, options.year, reading.basis);
    return reading.sheet.take;
  });
  if (header === null || reading.sheet === null) throw new DomainError('treasury-header-missing', { file: file.name });
  const { rows, faults } = reading.sheet;
  if (rows.length + faults.length === 0) throw new DomainError('treasury-empty', { file: file.name });
  if (rows.length > MAX_FILE_ROWS) throw new DomainError('too-many-figures', { limit: MAX_FILE_ROWS });
  const named = monthsOf(rows) ?? { from: 1, to: 12 };
  const delivery: Delivery = {
    year: options.year,
    basis: reading.basis,
    coverage: reading.basis === 'monthly' ? { from: options.from ?? named.from, to: options.to ?? named.to } : null,
    channel: options.channel,
    sourceName: file.name.slice(-200),
    fileSha256: createHash('sha256').update(file.bytes).digest('hex'),
    rows,
    faults,
  };
  return { delivery, ignoredColumns: header.ignored };
}

interface Reading {
  basis: DeliveryBasis;
  sheet: FileRows | null;
}

/** A mistake here would be one by a factor of up to twelve, so nothing is guessed. */
function requireBasis(stated: ReturnType<typeof basisOf>, chosen: DeliveryBasis | undefined): DeliveryBasis {
  if (stated === 'mixed') throw new DomainError('basis-mixed');
  if (stated !== null && chosen !== undefined && stated !== chosen) throw new DomainError('basis-contradicts');
  const basis = stated ?? chosen;
  if (basis === undefined) throw new DomainError('basis-missing');
  return basis;
}

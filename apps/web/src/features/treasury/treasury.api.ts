import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { TreasuryDeliveryPage, TreasuryDifferencePage, TreasuryResult } from '../../shared/api/schema.gen.js';

export type Delivery = TreasuryDeliveryPage['items'][number];
export type Difference = TreasuryDifferencePage['items'][number];
export type TakenRow = TreasuryResult['rows'][number];

/** A file as the person has chosen to have it read. */
export interface TreasuryUpload {
  readonly file: File;
  readonly year: number;
  /** Null: as the labels say. */
  readonly basis: 'cumulative' | 'monthly' | null;
  /** Months that monthly amounts cover; null: those that the file names. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Takes the file in, or with `dryRun` only shows what would come of it. */
export function sendTreasuryFile(upload: TreasuryUpload, dryRun: boolean): Promise<TreasuryResult> {
  const form = new FormData();
  form.set('year', String(upload.year));
  if (upload.basis !== null) form.set('basis', upload.basis);
  if (upload.from !== null) form.set('from', String(upload.from));
  if (upload.to !== null) form.set('to', String(upload.to));
  form.set('dryRun', String(dryRun));
  form.set('file', upload.file);
  return postForm<TreasuryResult>('/api/treasury/file', form);
}

export const fetchDeliveries = (page: number, size: number): Promise<TreasuryDeliveryPage> =>
  unwrap(api.GET('/api/treasury/deliveries', { params: { query: { page, size } } }));

export const fetchDifferences = (
  year: number,
  month: number,
  page: number,
  size: number,
): Promise<TreasuryDifferencePage> =>
  unwrap(api.GET('/api/treasury/differences', { params: { query: { year, month, page, size } } }));

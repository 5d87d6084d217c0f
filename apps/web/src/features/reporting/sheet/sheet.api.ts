import { api, unwrap } from '../../../shared/api/client.js';
import type { SheetPage } from '../../../shared/api/schema.gen.js';

/** Projects on one page of the sheet. */
export const SHEET_SIZE = 40;

export interface SheetWishes {
  readonly year: number;
  readonly month: number;
  readonly page: number;
  readonly search: string;
}

export const fetchSheet = ({ year, month, page, search }: SheetWishes): Promise<SheetPage> => {
  const query = { page, size: SHEET_SIZE, ...(search ? { search } : {}) };
  return unwrap(api.GET('/api/rounds/{year}/{month}/sheet', { params: { path: { year, month }, query } }));
};

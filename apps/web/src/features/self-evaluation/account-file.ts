import type { FinalAccountsInput } from '../../shared/api/schema.gen.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a JSON file as the interface takes it: `{ "rows": [...] }`, or the rows alone. Null where it is neither. */
export function readAccountJson(text: string): Pick<FinalAccountsInput, 'rows'> | null {
  try {
    const value: unknown = JSON.parse(text);
    const rows: unknown = Array.isArray(value) ? value : isRecord(value) ? value.rows : null;
    return Array.isArray(rows) && rows.every(isRecord) ? { rows: rows as FinalAccountsInput['rows'] } : null;
  } catch {
    return null;
  }
}

export const isJsonFile = ({ name }: Pick<File, 'name'>): boolean => name.toLowerCase().endsWith('.json');

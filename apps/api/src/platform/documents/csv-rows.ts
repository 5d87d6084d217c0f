import { DomainError } from '../runtime/domain-error.js';
import { MOST_COLUMNS } from './reading-limits.js';

/** One record of a CSV file: its fields as written, without quotes, and the line it begins on, counted from 1. */
export interface CsvRecord {
  readonly fields: string[];
  readonly line: number;
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Excel says so itself in the first line of some exports. */
const ANNOUNCED = /^sep=([,;\t|])\r?\n/i;
const SAMPLE_CHARACTERS = 64 * 1024;
/** A quoted field that is not closed within this is no quoted field: its quote is a character like any other. */
const LONGEST_QUOTED = 100_000;

/**
 * Records of a CSV text, with the delimiter that most of its lines hold.
 * @throws DomainError `table-too-wide` while a record is split, for one of millions of fields would fill the memory
 */
export function* csvRecords(
  text: string,
  delimiter = delimiterOf(text),
): Generator<CsvRecord & { readonly to: number }> {
  const announced = ANNOUNCED.exec(text.slice(0, 10));
  let at = announced?.[0].length ?? 0;
  let line = announced ? 2 : 1;
  while (at < text.length) {
    const record = recordAt(text, at, delimiter);
    yield { fields: record.fields, line, to: record.to };
    line += record.lines;
    at = record.to;
  }
}

/** The delimiter that stands, outside quotes, in most lines of the text's beginning; a comma where none does. */
export function delimiterOf(text: string): string {
  const announced = ANNOUNCED.exec(text.slice(0, 10))?.[1];
  if (announced !== undefined) return announced;
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/"[^"]{0,2000}"/g, '')
    .split(/\r\n|\r|\n/);
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
  }));
  return counted.reduce((best, other) => (other.lines > best.lines ? other : best)).delimiter;
}

function recordAt(text: string, from: number, delimiter: string): { fields: string[]; to: number; lines: number } {
  const fields: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    const field = fieldAt(text, at, delimiter);
    fields.push(field.value);
    if (fields.length > MOST_COLUMNS) throw new DomainError('table-too-wide', { limit: MOST_COLUMNS });
    lines += field.lines;
    at = field.to;
    if (text[at] !== delimiter) break;
    at += 1;
  }
  if (text[at] === '\r') at += 1;
  if (text[at] === '\n') at += 1;
  return { fields, to: at, lines: lines + 1 };
}

function fieldAt(text: string, from: number, delimiter: string): { value: string; to: number; lines: number } {
  const quoted = text[from] === '"' ? quotedAt(text, from) : null;
  const rest = quoted?.to ?? from;
  const to = fieldEnd(text, rest, delimiter);
  const value = (quoted?.value ?? '') + text.slice(rest, to);
  return { value, to, lines: quoted?.lines ?? 0 };
}

function quotedAt(text: string, from: number): { value: string; to: number; lines: number } | null {
  const furthest = from + LONGEST_QUOTED;
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"' && close < furthest) close = text.indexOf('"', close + 2);
  if (close === -1 || close >= furthest) return null;
  const value = text.slice(from + 1, close).replaceAll('""', '"');
  return { value, to: close + 1, lines: value.match(/\r\n|\r|\n/g)?.length ?? 0 };
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

import { formatCodeOf } from '../office/number-format.js';

export interface XlsSheetFormats {
  readonly isHidden: boolean;
  /** Number format of a cell, both counted from 0. */
  formatAt(row: number, column: number): string;
}

export interface XlsFormats {
  readonly is1904: boolean;
  /** In the order of the workbook. */
  readonly sheets: readonly XlsSheetFormats[];
}

const RECORD = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  sheet: 0x85,
  numbers: 0xbd,
  style: 0xe0,
  number: 0x203,
  shortNumber: 0x27e,
  format: 0x41e,
} as const;
const MOST_COLUMNS = 256;

/** What the library that reads values from an .xls does not tell: how numbers are shown, and which sheets are hidden. */
export function xlsFormats(stream: Uint8Array): XlsFormats {
  const own = new Map<number, string>();
  const styles: number[] = [];
  const listed: { at: number; isHidden: boolean }[] = [];
  let is1904 = false;
  for (const { id, data } of records(stream, 0)) {
    if (id === RECORD.dateMode && data.length >= 2) is1904 = data.readUInt16LE(0) === 1;
    if (id === RECORD.style && data.length >= 4) styles.push(data.readUInt16LE(2));
    if (id === RECORD.format && data.length >= 5) own.set(data.readUInt16LE(0), formatText(data));
    if (id === RECORD.sheet && data.length >= 6) listed.push({ at: data.readUInt32LE(0), isHidden: data[4] !== 0 });
  }
  const codes = styles.map((id) => formatCodeOf(id, own));
  const sheets = listed.map(({ at, isHidden }) => {
    const styleOf = cellStyles(stream, at);
    const formatAt = (row: number, column: number): string =>
      codes[styleOf.get(row * MOST_COLUMNS + column) ?? -1] ?? 'General';
    return { isHidden, formatAt };
  });
  return { is1904, sheets };
}

function cellStyles(stream: Uint8Array, at: number): Map<number, number> {
  const styles = new Map<number, number>();
  for (const { id, data } of records(stream, at)) {
    if (data.length < 6) continue;
    const key = data.readUInt16LE(0) * MOST_COLUMNS + data.readUInt16LE(2);
    if (id === RECORD.number || id === RECORD.shortNumber || id === RECORD.formula)
      styles.set(key, data.readUInt16LE(4));
    if (id !== RECORD.numbers) continue;
    for (let from = 4, index = 0; from + 8 <= data.length; from += 6, index += 1) {
      styles.set(key + index, data.readUInt16LE(from));
    }
  }
  return styles;
}

/** The records from a place on, up to the end of that part of the stream. */
function* records(stream: Uint8Array, from: number): Generator<{ id: number; data: Buffer }> {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = from; at + 4 <= bytes.length;) {
    const id = bytes.readUInt16LE(at);
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (id === RECORD.end || end > bytes.length) return;
    yield { id, data: bytes.subarray(at + 4, end) };
    at = end;
  }
}

function formatText(data: Buffer): string {
  const length = data.readUInt16LE(2);
  const isWide = ((data[4] ?? 0) & 1) === 1;
  return isWide ? data.toString('utf16le', 5, 5 + length * 2) : data.toString('latin1', 5, 5 + length);
}

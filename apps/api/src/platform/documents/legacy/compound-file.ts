/** The container of legacy Office files (.doc, .xls), and of passworded new ones: streams with names. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream; null where there is none of that name. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const STREAM = 2;
/** Sectors from here on are marks: end of chain, free, part of the table itself. */
const FIRST_MARK = 0xfffffffa;
const LISTED_IN_HEADER = 109;

export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/** Opens a compound file; null where the bytes are none, or its tables lead nowhere. Reads each sector at most once. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.byteLength < HEADER_BYTES) return null;
  const file = new SectorFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = file.entries();
  const [root] = entries;
  if (!root) return null;
  return {
    names: new Set(entries.filter(({ isStream }) => isStream).map(({ name }) => name)),
    stream: (name) => {
      const entry = entries.find((one) => one.isStream && one.name === name);
      return entry ? file.contents(entry, root) : null;
    },
  };
}

class SectorFile {
  private readonly sectorBytes: number;
  private readonly miniBytes: number;
  private readonly table: Buffer;

  constructor(private readonly bytes: Buffer) {
    this.sectorBytes = 1 << Math.min(16, Math.max(7, bytes.readUInt16LE(30)));
    this.miniBytes = 1 << Math.min(12, Math.max(4, bytes.readUInt16LE(32)));
    this.table = this.joined(this.tableSectors());
  }

  entries(): Entry[] {
    const listed = this.joined(this.chain(this.bytes.readUInt32LE(48), this.table));
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= listed.length; at += ENTRY_BYTES) {
      const nameBytes = Math.min(64, Math.max(2, listed.readUInt16LE(at + 64))) - 2;
      entries.push({
        name: listed.toString('utf16le', at, at + nameBytes),
        isStream: listed[at + 66] === STREAM,
        start: listed.readUInt32LE(at + 116),
        size: listed.readUInt32LE(at + 120),
      });
    }
    return entries;
  }

  /** Small streams stand together in one stream of their own, in smaller sectors. */
  contents(entry: Entry, root: Entry): Uint8Array {
    if (entry.size >= this.bytes.readUInt32LE(56)) {
      return this.joined(this.chain(entry.start, this.table)).subarray(0, entry.size);
    }
    const small = this.joined(this.chain(root.start, this.table));
    const table = this.joined(this.chain(this.bytes.readUInt32LE(60), this.table));
    const parts = this.chain(entry.start, table).map((sector) =>
      small.subarray(sector * this.miniBytes, (sector + 1) * this.miniBytes),
    );
    return Buffer.concat(parts).subarray(0, entry.size);
  }

  private tableSectors(): number[] {
    const { bytes } = this;
    const sectors = Array.from({ length: LISTED_IN_HEADER }, (_, index) => bytes.readUInt32LE(76 + index * 4));
    let next = bytes.readUInt32LE(68);
    for (let left = this.sectorCount; next < FIRST_MARK && left > 0; left -= 1) {
      const sector = this.sector(next);
      if (sector.length < this.sectorBytes) break;
      for (let at = 0; at + 8 <= sector.length; at += 4) sectors.push(sector.readUInt32LE(at));
      next = sector.readUInt32LE(sector.length - 4);
    }
    return sectors.filter((sector) => sector < this.sectorCount).slice(0, this.sectorCount);
  }

  private get sectorCount(): number {
    return Math.ceil(this.bytes.length / this.sectorBytes);
  }

  private sector(number: number): Buffer {
    const from = (number + 1) * this.sectorBytes;
    return this.bytes.subarray(from, from + this.sectorBytes);
  }

  private joined(sectors: readonly number[]): Buffer {
    return Buffer.concat(sectors.map((sector) => this.sector(sector)));
  }

  /** Sectors that follow one another in a table, as far as it leads anywhere and not in a circle. */
  private chain(start: number, table: Buffer): number[] {
    const sectors: number[] = [];
    const seen = new Set<number>();
    for (let sector = start; sector < FIRST_MARK && !seen.has(sector);) {
      sectors.push(sector);
      seen.add(sector);
      if (sector * 4 + 4 > table.length) break;
      sector = table.readUInt32LE(sector * 4);
    }
    return sectors;
  }
}

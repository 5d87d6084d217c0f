import path from 'node:path';
import { DomainError } from '../../runtime/domain-error.js';
import type { ZipEntry } from '../zip-directory.js';
import { guardZip, zipEntryChunks } from '../zip-guard.js';
import { parseXml, type XmlHandler } from './xml-events.js';

export interface Relationship {
  readonly id: string;
  /** Last part of the type's address: `officeDocument`, `worksheet`, `styles`; alike in the strict form. */
  readonly type: string;
  /** Name of the part inside the package. */
  readonly target: string;
}

const MOST_RELATIONSHIPS = 20_000;

/** The parts of a .docx or .xlsx file. What lies outside the file is never followed. */
export class OfficePackage {
  private readonly entries = new Map<string, ZipEntry>();

  private constructor(
    private readonly bytes: Uint8Array,
    entries: readonly ZipEntry[],
  ) {
    for (const entry of entries) this.entries.set(keyOf(entry.name), entry);
  }

  /** @throws DomainError what `guardZip` refuses */
  static async open(bytes: Uint8Array): Promise<OfficePackage> {
    return new OfficePackage(bytes, await guardZip(bytes));
  }

  has(part: string): boolean {
    return this.entries.has(keyOf(part));
  }

  /** Bytes of a part when unpacked. */
  sizeOf(part: string): number {
    return this.entry(part).bytes;
  }

  /** @throws DomainError `archive-damaged` where the part is missing or is not what it declares */
  chunks(part: string): AsyncGenerator<Uint8Array> {
    return zipEntryChunks(this.bytes, this.entry(part));
  }

  /** Parses a part that is small enough to be read at once. */
  async parse(part: string, handler: XmlHandler): Promise<void> {
    for await (const step of parseXml(this.chunks(part), handler)) void step;
  }

  /** Name of the part that holds the document itself. */
  async mainPart(): Promise<string> {
    const [found] = (await this.relationships('')).filter(({ type }) => type === 'officeDocument');
    if (!found || !this.has(found.target)) throw new DomainError('archive-damaged');
    return found.target;
  }

  /** What a part refers to inside the package; `''` is the package itself. */
  async relationships(part: string): Promise<Relationship[]> {
    const { dir, base } = path.posix.parse(part);
    const listed = path.posix.join(dir, '_rels', `${base}.rels`);
    if (!this.has(listed)) return [];
    const found: Relationship[] = [];
    await this.parse(listed, {
      open: (element) => {
        const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => element.attribute(name) ?? '');
        if (element.local !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
        if (found.length >= MOST_RELATIONSHIPS) throw new DomainError('document-too-complex');
        found.push({ id: id ?? '', type: type?.split('/').at(-1) ?? '', target: resolved(dir, target ?? '') });
      },
      text: () => {},
      close: () => {},
    });
    return found;
  }

  private entry(part: string): ZipEntry {
    const entry = this.entries.get(keyOf(part));
    if (!entry) throw new DomainError('archive-damaged');
    return entry;
  }
}

/** Names of parts do not tell capitals; some programs write them with backslashes. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

const resolved = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);

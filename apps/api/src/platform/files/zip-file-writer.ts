import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { DomainError } from '../runtime/domain-error.js';
import type { StoredContent } from './file-store.js';

/** What an archive of the plain format (without ZIP64) holds. */
const MOST_MEMBERS = 65_000;
const MOST_BYTES = 4_000_000_000;

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes an archive to disk member by member, and tells what it has become. What is in memory is the piece that is being
 * written, however long the archive gets.
 */
export class ZipFileWriter {
  private readonly hash = createHash('sha256');
  private readonly waiting: Uint8Array[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.waiting.push(piece);
  });
  private members = 0;
  private bytes = 0;
  /** A member has begun and has not come to its end. */
  private isTorn = false;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<ZipFileWriter> {
    return new ZipFileWriter(path, await open(path, 'wx'));
  }

  /**
   * @param how `plain` for what is packed already, as documents are
   * @returns what the member is by itself
   * @throws DomainError `archive-full`
   */
  async add(name: string, content: Content, how: 'plain' | 'packed' = 'plain'): Promise<StoredContent> {
    this.members += 1;
    if (this.members > MOST_MEMBERS) throw new DomainError('archive-full');
    const member = how === 'plain' ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    this.zip.add(member);
    this.isTorn = true;
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      hash.update(piece);
      bytes += piece.length;
      member.push(piece);
      await this.flush();
    }
    member.push(new Uint8Array(), true);
    await this.flush();
    this.isTorn = false;
    return { sha256: hash.digest('hex'), bytes };
  }

  /** Ends the archive and its file. @throws Error where a member has not come to its end */
  async finish(): Promise<StoredContent> {
    if (this.isTorn) throw new Error('A member of the archive has not come to its end');
    this.zip.end();
    await this.flush();
    await this.handle.close();
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }

  /** Gives up, and leaves no file. */
  async abandon(): Promise<void> {
    this.zip.terminate();
    await this.handle.close();
    await rm(this.path, { force: true });
  }

  private async flush(): Promise<void> {
    for (const piece of this.waiting.splice(0)) {
      this.hash.update(piece);
      this.bytes += piece.length;
      if (this.bytes > MOST_BYTES) throw new DomainError('archive-full');
      await this.handle.write(piece);
    }
  }
}

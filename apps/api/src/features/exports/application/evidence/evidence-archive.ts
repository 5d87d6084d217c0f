import type { StoredContent } from '../../../../platform/files/file-store.js';
import type { ZipFileWriter } from '../../../../platform/files/zip-file-writer.js';
import type { EvidenceMember } from './evidence-member.js';

interface Listed extends StoredContent {
  readonly file: string;
}

/** What the head of the list of an archive says. */
export interface EvidenceHead {
  readonly year: number;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly exportedFor: string | null;
  readonly projects: readonly {
    readonly id: string;
    readonly code: string | null;
    readonly name: string;
    readonly folder: string;
  }[];
}

/** An archive of evidence with the hash of everything that is in it. */
export class EvidenceArchive {
  private readonly listed: Listed[] = [];

  constructor(private readonly zip: ZipFileWriter) {}

  async add(folder: string, { name, content, how }: EvidenceMember): Promise<Listed> {
    const file = `${folder}${name}`;
    const stored = await this.zip.add(file, content, how);
    const listed = { file, ...stored };
    this.listed.push(listed);
    return listed;
  }

  /** Ends it with the list of its members: for machines, and for people, who find the same hashes with any tool. */
  async finish(head: EvidenceHead): Promise<StoredContent> {
    const manifest = { format: 'jixiao-evidence@1', ...head, members: this.listed };
    await this.zip.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'packed');
    const lines = this.listed.map(({ file, sha256 }) => `${sha256}  ${file}\n`);
    await this.zip.add('目录.txt', Buffer.from(lines.join('')), 'packed');
    return this.zip.finish();
  }
}

import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Files that are being written: what is ready is moved into the database, so nothing here is ever worth keeping. */
@Injectable()
export class ScratchFiles {
  private readonly folder: string;

  constructor(@Inject(APP_CONFIG) { dataDir }: AppConfig) {
    this.folder = path.join(dataDir, 'tmp', 'exports');
  }

  /** Where an export may write its file; what an earlier try left there is removed. */
  async open(exportId: string, attempt: number): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    await this.remove(exportId);
    return path.join(this.folder, `${exportId}-${attempt}`);
  }

  removeFile(file: string): Promise<void> {
    return rm(file, { force: true });
  }

  /** All that there is of an export. */
  async remove(exportId: string): Promise<void> {
    for (const name of await this.names()) {
      if (name.startsWith(exportId)) await rm(path.join(this.folder, name), { force: true });
    }
  }

  /** Ids of the exports of which there are files. */
  async exportIds(): Promise<readonly string[]> {
    const ids = (await this.names()).flatMap((name) => UUID.exec(name) ?? []);
    return [...new Set(ids)];
  }

  private async names(): Promise<readonly string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { StoredFileRepository } from './stored-file.repository.js';

/** Stored files for every slice. */
@Global()
@Module({ providers: [FileStore, StoredFileRepository], exports: [FileStore] })
export class FilesModule {}

import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { FileStore } from '../../apps/api/src/platform/files/file-store.js';
import { StoredFileChunk } from '../../apps/api/src/platform/files/stored-file-chunk.entity.js';
import { StoredFile } from '../../apps/api/src/platform/files/stored-file.entity.js';
import { StoredFileRepository } from '../../apps/api/src/platform/files/stored-file.repository.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { describeBackends } from '../support/services.js';
import { openFixture, signal, type DatabaseFixture } from './database-fixture.js';

const CHUNK = 256 * 1024;
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describeBackends('file store', (backend) => {
  const store = new FileStore(new StoredFileRepository(new Clock()));
  let fixture: DatabaseFixture;
  const put = (bytes: Uint8Array) => fixture.uow.run((manager) => store.put(manager, bytes));
  const release = (sha256: string) => fixture.uow.run((manager) => store.release(manager, sha256));
  const read = (sha256: string) => store.read(fixture.uow.reader, sha256);
  const rows = async () => ({
    files: (await fixture.uow.reader.find(StoredFile)).map(({ referenceCount }) => referenceCount),
    chunks: await fixture.uow.reader.count(StoredFileChunk),
  });

  beforeAll(async () => {
    fixture = await openFixture(backend);
  });
  afterAll(() => fixture.close());
  beforeEach(() =>
    fixture.uow.run(async (manager) => {
      await manager.deleteAll(StoredFileChunk);
      await manager.deleteAll(StoredFile);
    }),
  );

  it.each([0, 1, 255, CHUNK - 1, CHUNK, CHUNK + 1, 9 * CHUNK + 17])('gives %d bytes back exactly', async (size) => {
    const bytes = randomBytes(size);
    const stored = await put(bytes);
    expect(stored).toEqual({ sha256: sha256Of(bytes), bytes: size });
    expect((await read(stored.sha256)).equals(bytes)).toBe(true);
    expect((await rows()).chunks).toBe(Math.ceil(size / CHUNK));
  });

  it('gives every byte and sequence that quoting could spoil back', async () => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const bytes = Buffer.concat([every, Buffer.from('\\\'"`\0\x1a%_;--\r\n\\0'), every.reverse()]);
    expect((await read((await put(bytes)).sha256)).equals(bytes)).toBe(true);
  });

  it('takes a view into a larger buffer for what it shows', async () => {
    const bytes = randomBytes(1000).subarray(100, 300);
    expect((await read((await put(bytes)).sha256)).equals(bytes)).toBe(true);
  });

  it('keeps the same content once, until it is released as often as it was put', async () => {
    const bytes = randomBytes(2 * CHUNK);
    const { sha256 } = await put(bytes);
    await put(Buffer.from(bytes));
    expect(await rows()).toEqual({ files: [2], chunks: 2 });
    await release(sha256);
    expect((await read(sha256)).equals(bytes)).toBe(true);
    await release(sha256);
    expect(await rows()).toEqual({ files: [], chunks: 0 });
    await expect(read(sha256)).rejects.toMatchObject({ code: 'not-found' });
    await expect(release(sha256)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stores nothing where the transaction fails, and can be read inside it', async () => {
    const bytes = randomBytes(CHUNK);
    const run = fixture.uow.run(async (manager) => {
      const { sha256 } = await store.put(manager, bytes);
      expect((await store.read(manager, sha256)).equals(bytes)).toBe(true);
      throw new Error('later');
    });
    await expect(run).rejects.toThrow('later');
    expect(await rows()).toEqual({ files: [], chunks: 0 });
  });

  it('keeps the same content once when many put it at the same time', async () => {
    const bytes = randomBytes(CHUNK + 5);
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(bytes)));
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await rows()).toEqual({ files: [8], chunks: 2 });
    expect((await read(sha256Of(bytes))).equals(bytes)).toBe(true);
  });

  it('keeps the content of one who puts it while the last other releases it, in either order', async () => {
    const bytes = randomBytes(CHUNK + 5);
    const { sha256 } = await put(bytes);
    for (const first of ['release', 'put'] as const) {
      const { reached, reach } = signal();
      const slow = fixture.uow.run(async (manager) => {
        if (first === 'release') await store.release(manager, sha256);
        else await store.put(manager, bytes);
        reach();
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await reached;
      const other = first === 'release' ? put(bytes).then(() => undefined) : release(sha256);
      await Promise.all([slow, other]);
      expect(await rows()).toEqual({ files: [1], chunks: 2 });
      expect((await read(sha256)).equals(bytes)).toBe(true);
    }
  });

  it('stays right under puts and releases in any order', async () => {
    const contents = [randomBytes(10), randomBytes(CHUNK + 1)];
    await Promise.all(
      Array.from({ length: 24 }, async (_, turn) => {
        const bytes = contents[turn % 2] ?? Buffer.alloc(0);
        const { sha256 } = await put(bytes);
        expect((await read(sha256)).equals(bytes)).toBe(true);
        await release(sha256);
      }),
    );
    expect(await rows()).toEqual({ files: [], chunks: 0 });
  });

  it('tells damaged content from missing', async () => {
    const { sha256 } = await put(randomBytes(2 * CHUNK));
    await fixture.uow.run((manager) => manager.delete(StoredFileChunk, { sha256, ordinal: 1 }));
    await expect(read(sha256)).rejects.toThrow('is damaged');
  });

  it('lets other work of the process go on while it stores a large file', async () => {
    const bytes = randomBytes(24 * 1024 * 1024);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const { sha256 } = await put(bytes);
    expect((await read(sha256)).length).toBe(bytes.length);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(24);
  });
});
